import { getDeviceId, newId } from './ids'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('ids are random UUIDs, version 4', async () => {
  const ids = await Promise.all(Array.from({ length: 50 }, newId))
  for (const id of ids) expect(id).toMatch(UUID)
  expect(new Set(ids).size).toBe(50)
})

test('the device keeps its id', async () => {
  expect(await getDeviceId()).toBe(await getDeviceId())
})
