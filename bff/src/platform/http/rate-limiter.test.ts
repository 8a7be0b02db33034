import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { bearer, SettableClock, startTestApp, TOKENS } from './http-test-app'
import { createRateLimiter, networkOf } from './rate-limiter'
import { RATE_LIMITS } from './rate-limits'
import { feature } from './register-endpoints'

const table = endpoints({ 'POST /v1/codes': { summary: '', access: 'public', reply: null, limit: 'code', pii: 'none' } })
const codes = feature(table, { 'POST /v1/codes': () => Promise.resolve(undefined) })
const post = { method: 'POST' }

function isRefused(work: () => void): number | null {
  try {
    work()
    return null
  } catch (error) {
    return (error as { retryAfter: number }).retryAfter
  }
}

test('an account may do its burst at once, is then told how long to wait, and may go on after that', async () => {
  const app = await startTestApp({ features: [codes] })
  const ask = (): Promise<Response> => app.fetch('/v1/codes', { ...post, headers: bearer(TOKENS.resident) })
  for (let time = 0; time < RATE_LIMITS.code.account.burst; time++) expect((await ask()).status).toBe(204)
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('30')
  expect(await refused.json()).toMatchObject({ code: 'too_many_requests', retryAfter: 30 })
  app.clock.advance(29_000)
  expect((await ask()).status).toBe(429)
  app.clock.advance(1_000)
  expect((await ask()).status).toBe(204)
  await app.close()
})

test('another account, device or class on the same network is not held back', async () => {
  const app = await startTestApp({ features: [codes] })
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await app.fetch('/v1/codes', { ...post, headers })).status
  const device = (last: string): Record<string, string> => ({ 'x-device-id': `7d9f2a3e-0000-4000-8000-00000000000${last}` })
  for (let time = 0; time < RATE_LIMITS.code.device.burst; time++) await ask(device('1'))
  expect(await ask(device('1'))).toBe(429)
  expect(await ask(device('2'))).toBe(204)
  expect(await ask(bearer(TOKENS.verified))).toBe(204)
  await app.close()
})

test('inventing device ids does not get around the limit of the network', async () => {
  const app = await startTestApp({ features: [codes] })
  const statuses: number[] = []
  for (let time = 0; time <= RATE_LIMITS.code.network.burst; time++) {
    const id = `7d9f2a3e-0000-4000-8000-${time.toString().padStart(12, '0')}`
    statuses.push((await app.fetch('/v1/codes', { ...post, headers: { 'x-device-id': id } })).status)
  }
  expect(statuses.indexOf(429)).toBe(RATE_LIMITS.code.network.burst)
  await app.close()
})

test('X-Forwarded-For counts only behind a trusted proxy, and then only the address that the proxy saw', async () => {
  const ipOf = async (trustProxy: boolean): Promise<string[]> => {
    const seen: string[] = []
    const app = await startTestApp({
      features: [codes],
      trustProxy,
      limiter: { take: (_, { network }) => void seen.push(network ?? '') },
    })
    await app.fetch('/v1/codes', { ...post, headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } })
    await app.close()
    return seen
  }
  expect(await ipOf(false)).toEqual(['127.0.0.1'])
  expect(await ipOf(true)).toEqual(['198.51.100.7'])
})

test('no more subjects are remembered than allowed, and those seen lately are kept', () => {
  const clock = new SettableClock()
  const once = { burst: 1, perMinute: 1 }
  const table = { ...RATE_LIMITS, read: { account: once, device: once, network: once } }
  const limiter = createRateLimiter(clock, table, 3)
  const take = (device: string): number | null =>
    isRefused(() => {
      limiter.take('read', { device })
    })
  expect(['a', 'b', 'c'].map(take)).toEqual([null, null, null])
  expect(take('a')).toBe(60)
  expect(take('d')).toBeNull()
  expect(take('a')).toBe(60)
  expect(take('b')).toBeNull()
})

test('a clock that is set back neither gives nor takes', () => {
  const clock = new SettableClock()
  const limiter = createRateLimiter(clock)
  limiter.take('code', { account: 'a' })
  clock.advance(-3_600_000)
  for (let time = 1; time < RATE_LIMITS.code.account.burst; time++) limiter.take('code', { account: 'a' })
  expect(
    isRefused(() => {
      limiter.take('code', { account: 'a' })
    }),
  ).toBe(30)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1:2:3:4', 'fe80:0:0:0::/64'],
])('%s belongs to the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network)
})
