import type { ProblemCode } from '@one-visit/shared/kernel/problem'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { problem } from '../errors'
import { newId } from '../ids'
import { presentProblem } from './problem-handler'
import { SECURITY_HEADERS } from './security-headers'

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/**
 * The answer to what Node could not read as a request at all (headers too long, too slow, not HTTP): such a request never
 * reaches the app, and whoever sent it is told what to do all the same. The connection ends with it.
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const details = presentProblem(problem(CODES[error.code ?? ''] ?? 'malformed_request'), newId())
  const body = JSON.stringify(details)
  const headers = {
    ...SECURITY_HEADERS,
    'X-Request-Id': details.requestId,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${details.status} ${STATUS_CODES[details.status] ?? ''}\r\n${lines.join('')}\r\n${body}`)
}
