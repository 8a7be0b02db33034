import { createServer, type RequestListener, type Server } from 'node:http'
import type { Clock } from '../clock'
import { newKeyRing } from '../crypto/crypto-keys'
import { createFieldCrypto, KeyRing } from '../crypto/key-ring'
import type { Transaction } from '../database'
import { problem } from '../errors'
import { createLogger, type Logger } from '../logger'
import { createHttpApp, type HttpAppDeps } from './http-app'
import { listen } from './http-server'
import type { OnceRequest } from '../once-lane'
import type { Principal } from './principal'

export class SettableClock implements Clock {
  constructor(private time = new Date('2026-11-21T01:02:03.000Z')) {}

  now(): Date {
    return this.time
  }

  advance(ms: number): void {
    this.time = new Date(this.time.getTime() + ms)
  }
}

export const TOKENS = {
  resident: 'token-of-a-resident-1',
  verified: 'token-of-a-verified-1',
  steppedUp: 'token-of-a-stepped-up',
  clerk: 'token-of-a-clerk-0001',
}

const PRINCIPALS: Readonly<Record<string, Principal>> = {
  [TOKENS.resident]: {
    kind: 'resident',
    accountId: 'account-1',
    actor: { kind: 'resident', id: 'account-1' },
    mandate: null,
    sessionId: 's-1',
    assurance: 1,
    stepUpUntil: null,
  },
  [TOKENS.verified]: {
    kind: 'resident',
    accountId: 'account-2',
    actor: { kind: 'resident', id: 'account-2' },
    mandate: null,
    sessionId: 's-2',
    assurance: 2,
    stepUpUntil: null,
  },
  [TOKENS.steppedUp]: {
    kind: 'resident',
    accountId: 'account-3',
    actor: { kind: 'resident', id: 'account-3' },
    mandate: null,
    sessionId: 's-3',
    assurance: 3,
    stepUpUntil: '2026-11-21T01:17:03.000Z',
  },
  [TOKENS.clerk]: { kind: 'staff', staffId: 'staff-1', sessionId: 's-4', role: 'clerk', officeId: null },
}

/** Keeps replies in memory, as the real one keeps them in the database. */
export function onceInMemory(): { runOnce: HttpAppDeps['runOnce']; requests: OnceRequest[] } {
  const replies = new Map<string, unknown>()
  const requests: OnceRequest[] = []
  const runOnce: HttpAppDeps['runOnce'] = async <T>(request: OnceRequest, work: (tx: Transaction) => Promise<T>) => {
    requests.push(request)
    const name = `${request.scope} ${request.key}`
    if (replies.has(name)) return { reply: replies.get(name) as T, replayed: true }
    const reply = await work({} as Transaction)
    replies.set(name, reply)
    return { reply, replayed: false }
  }
  return { runOnce, requests }
}

export interface TestApp {
  readonly url: string
  readonly server: Server
  readonly clock: SettableClock
  /** Everything logged so far. */
  logged(): string
  readonly log: Logger
  fetch(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

/** A real server on a free port with the features given; everything else is as in production unless `overrides` say so. */
export async function startTestApp(
  overrides: Partial<HttpAppDeps>,
  makeServer: (listener: RequestListener) => Server = (listener) => createServer(listener),
): Promise<TestApp> {
  const lines: string[] = []
  const clock = new SettableClock()
  const log = createLogger({ logLevel: 'trace' }, { write: (line) => lines.push(line) })
  const app = createHttpApp({
    clock,
    log,
    trustProxy: false,
    metricsToken: null,
    checkReplies: true,
    isStopping: () => false,
    askDatabase: () => Promise.resolve(),
    resolvePrincipal: (token) => Promise.resolve(PRINCIPALS[token] ?? null),
    actFor: () => Promise.reject(problem('mandate_unknown')),
    recordAct: () => Promise.resolve(),
    runOnce: onceInMemory().runOnce,
    crypto: createFieldCrypto(KeyRing.parse(newKeyRing('aes')), 'aes'),
    features: [],
    endpoints: {},
    version: '0.0.0',
    ...overrides,
  })
  const handle = app.callback()
  const server = makeServer((request, response) => void handle(request, response))
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${port.toString()}`
  return {
    url,
    server,
    clock,
    log,
    logged: () => lines.join(''),
    fetch: (path, init) => fetch(url + path, init),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` }
}
