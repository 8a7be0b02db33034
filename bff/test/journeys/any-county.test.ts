import { startTestServer } from '../test-server'

test.each([
  ['430224', '茶陵县'],
  ['430212', '株洲市渌口区'],
])('COUNTY=%s serves %s', async (county, name) => {
  const server = await startTestServer({ county })
  expect(await server.call('GET /v1/county', {})).toMatchObject({ division: county, name, phone: '12345' })
  await server.close()
})
