import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('everybody sees the regions, and how much is done with each', async () => {
  const { items } = await server.call('GET /v1/regions', { query: {} })
  expect(items.map(({ name }) => name)).toEqual(['韶山市', '吉安市', '井冈山市', '温州市鹿城区', '贵阳市白云区'])
  expect(items[1]).toEqual({ id: 'jian', name: '吉安市', province: '江西省', items: 22 })
})

test('of an item, the regions where it is done, for the side that decides', async () => {
  const idsFor = async (query: { item: string; side?: 'county' | 'region' }) =>
    (await server.call('GET /v1/regions', { query })).items.map(({ id }) => id)
  expect(await idsFor({ item: 'mortgage-register' })).not.toContain('baiyun')
  expect(await idsFor({ item: 'mortgage-register' })).toContain('jian')
  expect(await idsFor({ item: 'graduate-household-move', side: 'region' })).toEqual([])
  expect(await idsFor({ item: 'no-such-item' })).toEqual([])
})

test('a region says where its office is, what of it is sample data, and what is done, online first', async () => {
  const region = await server.call('GET /v1/regions/:region', { params: { region: 'jian' } })
  expect(region.office).toMatchObject({ phone: '0796-12345', sample: expect.arrayContaining(['address']) })
  expect(region.items.map(({ way }) => way)).toEqual([
    ...Array<string>(5).fill('online'),
    ...region.items.slice(5).map(({ way }) => way),
  ])
  expect(region.items.slice(5).some(({ way }) => way === 'online')).toBe(false)
  expect(region.items.find(({ id }) => id === 'graduate-household-move')).toMatchObject({ way: 'helped', sides: ['county'] })
})

test('a region with a list of its own has that much and no more', async () => {
  const region = await server.call('GET /v1/regions/:region', { params: { region: 'baiyun' } })
  expect(region.items).toHaveLength(13)
  const params = { region: 'baiyun', item: 'mortgage-register' }
  const call = server.refused('GET /v1/regions/:region/items/:item', { params, query: { side: 'county' } })
  expect(await call).toMatchObject({ code: 'not_found' })
})

test('an online item says how it goes for the side that decides, and what it asks there', async () => {
  const params = { region: 'lucheng', item: 'employee-pension-transfer' }
  const into = await server.call('GET /v1/regions/:region/items/:item', { params, query: { side: 'county' } })
  const away = await server.call('GET /v1/regions/:region/items/:item', { params, query: { side: 'region' } })
  expect(into).toMatchObject({ side: 'county', way: 'online', promisedWorkingDays: 15, itemGroup: null })
  expect(away).toMatchObject({ side: 'region', itemGroup: 'cross-province' })
  expect(into.steps.join('')).toContain('您在温州市鹿城区交过职工养老保险')
  expect(away.steps.join('')).toContain('您在茶陵交过职工养老保险')
  expect(into.form?.questions[0]?.label).toBe('您在温州市鹿城区最后一个单位叫什么？')
  expect(away.form?.questions[0]?.label).toBe('您在茶陵县最后一个单位叫什么？')
  expect(into.sample).toEqual(['steps', 'form', 'promisedWorkingDays'])
  expect(JSON.stringify([into, away])).not.toMatch(/[{]\w+[}]/)
})

test('what a window collects is booked for here, and has no form', async () => {
  const params = { region: 'jian', item: 'household-certificate' }
  const here = await server.call('GET /v1/regions/:region/items/:item', { params, query: { side: 'region' } })
  expect(here).toMatchObject({ way: 'forwarded', itemGroup: 'cross-province', form: null })
  const groups = await server.call('GET /v1/item-groups', {})
  expect(groups.items.map(({ id }) => id)).toContain('cross-province')
})

test('an unknown region, an unknown item and a side that does not decide are not found', async () => {
  expect(await server.refused('GET /v1/regions/:region', { params: { region: 'nowhere' } })).toMatchObject({ code: 'not_found' })
  for (const [item, side] of [
    ['nothing', 'county'],
    ['id-card-renew', 'county'],
    ['graduate-household-move', 'region'],
  ] as const) {
    const params = { region: 'jian', item }
    const call = server.refused('GET /v1/regions/:region/items/:item', { params, query: { side } })
    expect(await call).toMatchObject({ code: 'not_found' })
  }
})
