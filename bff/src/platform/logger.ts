import { type DestinationStream, pino, stdTimeFunctions, type Logger } from 'pino'
import { describeError } from './log-errors'

export type { Logger } from 'pino'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

// A resident ID (17 digits and a check), or a mainland mobile number with or without its country code.
const PERSONAL_NUMBER = /(?<!\d)(?:\d{17}[\dXx]|(?:(?:00)?86)?1[3-9]\d{9})(?!\d)/g

/**
 * The last net under `Sensitive`: every digit of a resident ID or phone that still reached a log line becomes a 9. Nines keep
 * the line valid JSON wherever the number stood, also unquoted.
 */
export function maskPersonalNumbers(line: string): string {
  return line.replace(PERSONAL_NUMBER, (found) => found.replace(/[\dXx]/g, '9'))
}

/** JSON lines on standard output (or `destination`), times in UTC. Errors are written by `describeError`. */
export function createLogger(config: { readonly logLevel: LogLevel }, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: describeError, error: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: maskPersonalNumbers },
  }
  return destination ? pino(options, destination) : pino(options)
}
