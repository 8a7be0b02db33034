import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { Agent, request } from 'node:http'
import { z } from 'zod'
import { createLogger } from '../logger'
import { createGracefulStop } from './graceful-stop'
import { startTestApp, type TestApp } from './http-test-app'
import { feature } from './register-endpoints'

const table = endpoints({
  'GET /v1/slow': { summary: '', access: 'public', reply: z.object({ done: z.boolean() }), limit: 'read', pii: 'none' },
})

interface Slow {
  readonly app: TestApp
  readonly stopper: ReturnType<typeof createGracefulStop>
  readonly began: Promise<void>
  finish(): void
  logged(): string
}

/** An app with one request that ends when told to. */
async function startSlow(deadlineMs: number): Promise<Slow> {
  const lines: string[] = []
  const stopper = createGracefulStop({
    log: createLogger({ logLevel: 'info' }, { write: (line) => lines.push(line) }),
    deadlineMs,
  })
  let finish = (): void => undefined
  let begin = (): void => undefined
  const began = new Promise<void>((resolve) => {
    begin = resolve
  })
  const ended = new Promise<void>((resolve) => {
    finish = resolve
  })
  const slow = feature(table, {
    'GET /v1/slow': async () => {
      begin()
      await ended
      return { done: true }
    },
  })
  const app = await startTestApp({ features: [slow], isStopping: stopper.isStopping })
  return { app, stopper, began, finish, logged: () => lines.join('') }
}

function get(url: string, agent: Agent): Promise<{ status: number; connection: string; retryAfter: string; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { agent }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      const { connection = '', 'retry-after': retryAfter = '' } = response.headers
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, connection, retryAfter, body })
      })
    })
      .on('error', reject)
      .end()
  })
}

test('what was taken is finished, then the rest is closed in order, and nothing new is accepted', async () => {
  const { app, stopper, began, finish } = await startSlow(10_000)
  const order: string[] = []
  stopper.onStop('jobs', () => Promise.resolve(void order.push('jobs')))
  stopper.onStop('database', () => Promise.resolve(void order.push('database')))
  const agent = new Agent({ keepAlive: true })
  const answer = get(`${app.url}/v1/slow`, agent)
  await began
  const stopped = stopper.stop(app.server)
  expect(stopper.stop(app.server)).toBe(stopped)
  await expect(app.fetch('/healthz')).rejects.toThrow()
  expect(order).toEqual([])
  finish()
  expect(await answer).toMatchObject({ status: 200, connection: 'close', body: '{"done":true}' })
  expect(await stopped).toBe(true)
  expect(order).toEqual(['jobs', 'database'])
  agent.destroy()
})

test('a request that will not end is cut at the deadline, and the rest is closed all the same', async () => {
  const { app, stopper, began, finish, logged } = await startSlow(50)
  const closed: string[] = []
  stopper.onStop('breaks', () => Promise.reject(new Error('cannot close')))
  stopper.onStop('database', () => Promise.resolve(void closed.push('database')))
  const answer = get(`${app.url}/v1/slow`, new Agent()).catch((error: unknown) => String(error))
  await began
  expect(await stopper.stop(app.server)).toBe(false)
  expect(await answer).toMatch(/socket hang up|ECONNRESET/)
  expect(closed).toEqual(['database'])
  expect(logged()).toMatch(/cut/)
  expect(logged()).toMatch(/cannot close/)
  finish()
})

test('a closer that hangs is left behind at the deadline', async () => {
  const { app, stopper, logged } = await startSlow(50)
  stopper.onStop('hangs', () => new Promise(() => undefined))
  expect(await stopper.stop(app.server)).toBe(false)
  expect(logged()).toMatch(/"closing":"hangs"/)
})

test('a request on a kept connection is refused while stopping, and told when to come back', async () => {
  let stopping = false
  const app = await startTestApp({ isStopping: () => stopping })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  expect((await get(`${app.url}/openapi.json`, agent)).connection).toBe('keep-alive')
  stopping = true
  const refused = await get(`${app.url}/openapi.json`, agent)
  expect(refused).toMatchObject({ status: 503, connection: 'close', retryAfter: '5' })
  expect(refused.body).toContain('"code":"stopping"')
  agent.destroy()
  await app.close()
})
