import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { testCrypto } from '../../../test/test-crypto'
import type { DepartmentLicence } from '../../departments/department-licence'
import { placeInStatusList, statusOfPlaces } from './status-places'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const crypto = testCrypto()
const at = new Date('2026-11-21T01:02:03.000Z')
const licence = { licenceId: 'x' } as DepartmentLicence
const take = (accountId: string, licenceIndex: string) =>
  database.inTransaction((tx) => placeInStatusList(crypto, tx, { accountId, licence, licenceIndex, asOf: at, at }))

test('many who take a place at the same time each get their own', async () => {
  const places = await Promise.all(Array.from({ length: 60 }, (_, n) => take(`account-${n}`, `licence-${n}`)))
  expect(new Set(places).size).toBe(60)
  expect(await database.inTransaction(statusOfPlaces)).toEqual({ revoked: [], highest: 16_383 })
})

test('one licence shown many times at once has one place', async () => {
  const places = await Promise.all(Array.from({ length: 30 }, () => take('account', 'licence')))
  expect(new Set(places).size).toBe(1)
})

test('a cancellation heard of since the library was asked is not forgotten', async () => {
  await take('account', 'licence')
  const later = new Date(at.getTime() + 1).toISOString()
  await database.inTransaction((tx) => tx.affected`UPDATE licence_status_places SET revoked_at = ${later}`)
  const place = await take('account', 'licence')
  expect(await database.inTransaction(statusOfPlaces)).toMatchObject({ revoked: [place] })
})
