import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What comes instead of a department's own reply. */
export interface Forged {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

/** `path`: of the call, for instance `/police/real-name/verify`; `honest`: what the department said. Null: it stays as it was. */
export type Forgery = (path: string, honest: string) => Forged | null

/** Somebody who sits between the server and its departments, and writes replies of their own. */
export interface CrookedDepartments {
  /** For `startTestServer({ departmentsAt })`. */
  readonly at: (fakesUrl: string) => Promise<string>
  forge(forgery: Forgery | null): void
  close(): Promise<void>
}

export function crookedDepartments(): CrookedDepartments {
  let behind = ''
  let forgery: Forgery | null = null
  const server = createServer((request, response) => {
    handOn(request, response, { behind, forge: (path, honest) => forgery?.(path, honest) ?? null }).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  return {
    at: async (fakesUrl) => {
      behind = fakesUrl
      return listenOnLoopback(server)
    },
    forge: (next) => {
      forgery = next
    },
    close: () => closeServer(server),
  }
}

async function handOn(
  request: IncomingMessage,
  response: ServerResponse,
  { behind, forge }: { readonly behind: string; readonly forge: Forgery },
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const kept = Object.entries(request.headers).filter(([name]) => /^x-|^content-type$|^accept$/.test(name))
  const method = request.method ?? 'GET'
  const honest = await fetch(behind + (request.url ?? ''), {
    method,
    headers: kept.map(([name, value]): [string, string] => [name, String(value)]),
    ...(method === 'GET' ? {} : { body: Buffer.concat(chunks) }),
  })
  const text = await honest.text()
  const {
    status = 200,
    headers = {},
    body,
  } = forge((request.url ?? '').split('?')[0] ?? '', text) ?? {
    status: honest.status,
    body: text,
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

export async function listenOnLoopback(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
