import { openSlots } from '../visits'
import { startTestServer, type TestServer } from '../test-server'

/** All that tells one county from another, as residents are told it. */
async function tellCounty(server: TestServer) {
  const [county, offices, groups] = await Promise.all([
    server.call('GET /v1/county', {}),
    server.call('GET /v1/offices', {}),
    server.call('GET /v1/item-groups', {}),
  ])
  return { county, offices: offices.items, groups: groups.items, extraDays: groups.extraDays }
}

test.each([
  {
    county: '430224',
    name: '茶陵县',
    hall: '茶陵县政务服务中心',
    townships: 18,
    township: 'yunyang',
    latitude: 26,
    extraDays: '周六 9:00–12:00、13:00–16:00 也能办；小长假第二天、黄金周第五天也能办部分事项。',
    saturday: ['09:00', '15:40'],
  },
  {
    county: '430212',
    name: '株洲市渌口区',
    hall: '渌口区政务服务中心',
    townships: 8,
    township: 'zhuting',
    latitude: 27,
    extraDays: '周六 9:00–12:00 也能办；小长假第二天、黄金周第五天也能办部分事项。',
    saturday: ['09:00', '11:40'],
  },
])('COUNTY=$county serves $name with its own offices, item groups and days', async (expected) => {
  const server = await startTestServer({ county: expected.county })
  const { county, offices, groups, extraDays } = await tellCounty(server)
  expect(county).toMatchObject({ division: expected.county, name: expected.name, phone: '12345' })
  expect(offices[0]).toMatchObject({ id: 'hall', name: expected.hall })
  expect(offices).toHaveLength(1 + expected.townships)
  expect(offices.map(({ id }) => id)).toContain(expected.township)
  expect(offices.every(({ location }) => Math.floor(location?.latitude ?? 0) === expected.latitude)).toBe(true)
  expect(groups.filter(({ vaccine }) => vaccine !== null)).toHaveLength(2)
  expect(extraDays).toBe(expected.extraDays)

  await openSlots(server)
  const query = { office: 'hall', itemGroup: 'household' }
  const days = await server.call('GET /v1/slot-days', { query: { ...query, month: '2026-11' } })
  expect(days.items.filter(({ extraDay }) => extraDay).map(({ date }) => date)).toContain('2026-11-28')
  const slots = await server.call('GET /v1/slots', { query: { ...query, date: '2026-11-28' } })
  expect([slots.items[0]?.startsAt, slots.items.at(-1)?.startsAt]).toEqual(expected.saturday)
  await server.close()
})

test('an office of another county is not known', async () => {
  const server = await startTestServer({ county: '430212' })
  const query = { office: 'yunyang', itemGroup: 'general', month: '2026-11' }
  expect(await server.refused('GET /v1/slot-days', { query })).toMatchObject({ code: 'not_found' })
  await server.close()
})
