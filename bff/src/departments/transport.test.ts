import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../platform/clock'
import { createTransport, type Transport } from './transport'

let server: Server
let transport: Transport
afterEach(async () => {
  await transport.close()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
})

async function talkTo(listener: RequestListener): Promise<Promise<string>> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  transport = createTransport('wechat', { baseUrl: `http://127.0.0.1:${port}/base/`, tif: null }, 1, systemClock)
  return transport.send({ method: 'GET', path: 'a/b', query: { code: '甲 乙&c' } }, new AbortController().signal)
}

it('asks below the base address, with the query encoded', async () => {
  const text = talkTo((request, response) => response.end(request.url))
  expect(decodeURIComponent((await text).replaceAll('+', ' '))).toBe('/base/a/b?code=甲 乙&c')
})

it('breaks off a reply that is too large', async () => {
  const big = talkTo((_, response) => {
    response.end('x'.repeat(513 * 1024))
  })
  await expect(big).rejects.toMatchObject({ problem: { code: 'department_invalid_reply' }, repeatable: 'never' })
})

it.each([
  [503, 'department_unavailable', 'reads', undefined],
  [429, 'department_unavailable', 'never', 7],
  [403, 'department_unavailable', 'never', undefined],
  [404, 'department_invalid_reply', 'never', undefined],
  [302, 'department_invalid_reply', 'never', undefined],
])('reads HTTP status %i as %s', async (status, code, repeatable, retryAfter) => {
  const reply = talkTo((_, response) => {
    response.writeHead(status, { 'retry-after': '7', location: '/elsewhere' }).end('no')
  })
  await expect(reply).rejects.toMatchObject({ problem: { code, retryAfter }, repeatable })
})
