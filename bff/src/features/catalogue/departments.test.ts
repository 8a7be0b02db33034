import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('the departments have all items between them, those with the most first', async () => {
  const { items: departments } = await server.call('GET /v1/item-departments', {})
  const { items } = await server.call('GET /v1/items', { query: {} })
  const counts = departments.map(({ count }) => count)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(items.length)
  expect(counts).toEqual([...counts].sort((a, b) => b - a))
})

test('each character of the words that the app keeps has its syllable, blanks too', async () => {
  const { items } = await server.call('GET /v1/often-used-items', {})
  const uneven = items
    .flatMap(({ terms }) => terms)
    .filter(({ text, syllables }) => syllables.split(' ').length !== [...text].length)
  expect(uneven).toEqual([])
})

test('each department has as many items as it says', async () => {
  const { items } = await server.call('GET /v1/item-departments', {})
  for (const { department, count } of items)
    expect((await server.call('GET /v1/items', { query: { department } })).items).toHaveLength(count)
})
