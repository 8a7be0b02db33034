import { setTimeout as wait } from 'node:timers/promises'
import { types } from 'node:util'
import { QueryRunnerAlreadyReleasedError } from 'typeorm'
import { problem } from '../errors'
import type { DatabaseOptions } from './types'

/**
 * How long everybody waits for a server that has gone: a restart takes a second or two, and is then no more than a slow answer.
 * Shorter than the time a request may take.
 */
const WAITS_MS = 8_000
const RETRY_AFTER_SECONDS = 5
const BETWEEN_ATTEMPTS_MS = { least: 50, more: 150 }

/** Connection failures (class 08), shut down, crashed, starting up. And what the line itself says. */
const AWAY_CODES = /^(08...|57P0[123]|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/
/** The driver's own words where it gives no code. */
const AWAY_WORDS = /^(Connection terminated|Client has encountered a connection error|Client was closed and is not queryable)/
/** Every connection of the pool was in use for so long that waiting on would make it worse. */
const BUSY_WORDS = /^timeout exceeded when trying to connect/

/** The line broke after COMMIT was sent: nobody knows whether it happened. */
export class CommitUnanswered extends Error {
  override readonly name = 'CommitUnanswered'
}

/** Runs what asks the server; while the server is away, again and again, then throws `service_unavailable`. */
export type WhileAway = <T>(attempt: () => Promise<T>) => Promise<T>

/** One for all connections to a server: when it has been away for long, nobody waits as long again. */
export function createWhileAway({ waitsMs = WAITS_MS, logger }: Pick<DatabaseOptions, 'waitsMs' | 'logger'>): WhileAway {
  let awaySince: number | null = null
  const isBack = (): void => {
    if (awaySince === null) return
    logger?.warn({ awayMs: Math.round(performance.now() - awaySince) }, 'the database is back')
    awaySince = null
  }
  const hasWaitedEnough = (error: unknown): boolean => {
    if (awaySince === null) logger?.warn({ err: error }, 'the database does not answer')
    awaySince ??= performance.now()
    return performance.now() - awaySince >= waitsMs
  }
  return async (attempt) => {
    for (;;) {
      try {
        const value = await attempt()
        isBack()
        return value
      } catch (error) {
        if (error instanceof CommitUnanswered || says(error, BUSY_WORDS)) throw unavailable(error)
        if (!isAway(error)) throw error
        if (hasWaitedEnough(error)) throw unavailable(error)
      }
      await wait(BETWEEN_ATTEMPTS_MS.least + Math.random() * BETWEEN_ATTEMPTS_MS.more)
    }
  }
}

const unavailable = (cause: unknown): Error => problem('service_unavailable', { retryAfter: RETRY_AFTER_SECONDS, cause })

/** Whether the server, or the line to it, is gone; a mistake in a statement is something else. */
export function isAway(error: unknown): boolean {
  return anyOf(error, (one) => {
    // TypeORM takes a runner back as soon as its connection breaks.
    if (one instanceof QueryRunnerAlreadyReleasedError || AWAY_WORDS.test(one.message)) return true
    return 'code' in one && AWAY_CODES.test(String(one.code))
  })
}

const says = (error: unknown, words: RegExp): boolean => anyOf(error, ({ message }) => words.test(message))

/** The error or what it was made of. */
function anyOf(error: unknown, is: (one: Error) => boolean): boolean {
  // Node's own errors may come from another realm, where `instanceof` does not know them.
  if (!(error instanceof Error || types.isNativeError(error))) return false
  return is(error) || anyOf(error.cause, is) || ('driverError' in error && anyOf(error.driverError, is))
}
