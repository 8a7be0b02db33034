import { prepareJourneys } from '../support/journey'
import { waitFor } from '../support/stack'

const journey = prepareJourneys()

test('the page comes with strict headers and one policy for what it may load', async () => {
  const response = await fetch(`${journey.stack.url}/features/progress/pages/start/index`, { headers: { accept: 'text/html' } })
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('geolocation=(self)'),
  })
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})

test('scripts have names that change with their content and may be kept for a year; the page itself may not', async () => {
  const page = await fetch(journey.stack.url, { headers: { accept: 'text/html' } })
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const [, script = ''] = /src="([^"]+\.js)"/.exec(await page.text()) ?? []
  expect((await fetch(journey.stack.url + script)).headers.get('cache-control')).toContain('immutable')
})

test('a script from elsewhere is stopped, and the journeys would notice', async () => {
  const { page, open, takeFaults } = await journey.visit()
  await open('/')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.src = 'https://example.invalid/script.js'
    document.head.append(script)
  })
  const told = await waitFor('a complaint', () => takeFaults().at(0))
  expect(told).toContain('violates the following Content Security Policy')
})
