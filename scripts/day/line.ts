import { Agent, request as open } from 'node:http'
import type { Answer } from '../race/history'

/** One sending of a request. */
export interface Sending {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface Line {
  /** Null when no answer came: the connection broke, or it took too long. */
  send(sending: Sending): Promise<Answer | null>
  close(): void
}

/** As long as the app waits. */
const TOO_LONG_MS = 20_000

/** Connections to this machine that are used again, as a phone's are. */
export function openLine(port: number): Line {
  const agent = new Agent({ keepAlive: true })
  return {
    close: () => {
      agent.destroy()
    },
    send: ({ method, path, headers, body }) =>
      new Promise((resolve) => {
        const lost = (): void => {
          resolve(null)
        }
        const request = open({ host: '127.0.0.1', port, agent, method, path, headers, timeout: TOO_LONG_MS }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', lost)
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(chunks).toString()) })
          })
        })
        request.on('timeout', () => request.destroy())
        request.on('error', lost)
        request.end(body)
      }),
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown)
  } catch {
    return text
  }
}
