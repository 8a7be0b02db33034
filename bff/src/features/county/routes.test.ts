import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('everybody sees the offices: where, when, what, and what of it is sample data', async () => {
  const { items } = await server.call('GET /v1/offices', {})
  expect(items).toHaveLength(19)
  expect(items[0]).toMatchObject({
    id: 'hall',
    kind: 'county_hall',
    name: '茶陵县政务服务中心',
    location: { sample: true },
    ordinaryHours: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
    opensOnExtraDays: true,
    accessibility: expect.arrayContaining(['lift', 'wheelchair_loan']),
    itemGroups: expect.arrayContaining(['household', 'flu-vaccine', 'shingles-vaccine']),
    sample: expect.arrayContaining(['address', 'location']),
  })
  const hukou = items.find(({ id }) => id === 'hukou')
  expect(hukou).toMatchObject({ ordinaryHours: [{ from: '09:00' }, { from: '13:30' }], opensOnExtraDays: false })
})

test('everybody sees where the machines stand, when, and what each does', async () => {
  const { items } = await server.call('GET /v1/offices', {})
  const areas = items.filter(({ selfService }) => selfService !== null)
  expect(areas.map(({ id }) => id)).toEqual(['hall', 'xiadong', 'hukou', 'huotian', 'taokeng'])
  expect(areas[0]?.selfService).toMatchObject({ hours: null, sample: ['where', 'hours', 'machines'] })
  expect(areas[0]?.selfService?.machines).toContainEqual({
    name: '出入境自助签注机',
    does: expect.arrayContaining(['查护照和通行证办到哪一步']),
    needs: ['往来港澳通行证'],
  })
})

test('no two offices stand at the same place', async () => {
  const { items } = await server.call('GET /v1/offices', {})
  expect(new Set(items.map(({ location }) => JSON.stringify(location))).size).toBe(items.length)
})

test('everybody sees what can be booked, and that Saturdays and holidays are open for part of it', async () => {
  const { items, extraDays } = await server.call('GET /v1/item-groups', {})
  expect(items.find(({ id }) => id === 'household')).toEqual({
    id: 'household',
    name: '户籍和身份证',
    department: '公安',
    bring: expect.arrayContaining(['身份证或户口簿']),
    promisedWorkingDays: 5,
    extraDayItems: ['省内居民身份证挂失申报'],
    vaccine: null,
  })
  expect(items.filter(({ vaccine }) => vaccine !== null).map(({ vaccine }) => vaccine)).toEqual([
    { name: '流感疫苗', minAge: 18, maxAge: null, doses: 1, minIntervalDays: 0 },
    { name: '带状疱疹疫苗', minAge: 40, maxAge: null, doses: 2, minIntervalDays: 60 },
  ])
  expect(extraDays).toBe('周六 9:00–12:00、13:00–16:00 也能办；小长假第二天、黄金周第五天也能办部分事项。')
})
