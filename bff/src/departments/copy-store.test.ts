import { testCrypto } from '../../test/test-crypto'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { createCopyStore, forgetCopiesOf, forgetOldCopies } from './copy-store'
import { LONGEST_STALE_SECONDS } from './policies'

const crypto = testCrypto()
let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const MINE = { owner: 'index-1', question: 'police/idCardApplications/430224194803120023' }
const OTHERS = { ...MINE, owner: 'index-10' }
const AT = new Date('2026-11-21T01:02:03.000Z')
const later = (seconds: number): Date => new Date(AT.getTime() + seconds * 1000)
const store = () => createCopyStore(database, crypto)
const rows = () => database.read.sql<{ key: string; body: string }[]>`SELECT key, body FROM department_copies ORDER BY key`

it('keeps a copy for its owner only', async () => {
  await store().put(MINE, '王秀英', AT)
  expect(await store().get(MINE)).toEqual({ body: '王秀英', asOf: AT })
  expect(await store().get(OTHERS)).toBeNull()
})

it('shows neither the question nor the answer in the table', async () => {
  await store().put(MINE, '王秀英', AT)
  expect(JSON.stringify(await rows())).not.toMatch(/王秀英|430224194803120023/)
})

it('does not open a body that was moved to another row', async () => {
  await store().put(MINE, 'mine', AT)
  await store().put(OTHERS, 'theirs', AT)
  const [first, second] = await rows()
  await database.inTransaction((tx) => tx.affected`UPDATE department_copies SET body = ${first!.body} WHERE key = ${second!.key}`)
  await expect(store().get(OTHERS)).rejects.toThrow()
})

it('is not set back by an older reply that arrives late', async () => {
  await store().put(MINE, 'new', later(1))
  await store().put(MINE, 'old', AT)
  expect((await store().get(MINE))?.body).toBe('new')
})

it('forgets all of one owner and nothing of another', async () => {
  await store().put(MINE, 'a', AT)
  await store().put({ ...MINE, question: 'more' }, 'b', AT)
  await store().put(OTHERS, 'c', AT)
  await database.inTransaction((tx) => forgetCopiesOf(tx, MINE.owner))
  expect(await rows()).toHaveLength(1)
  expect((await store().get(OTHERS))?.body).toBe('c')
})

it('forgets what is too old to be shown', async () => {
  await store().put(MINE, 'a', AT)
  await store().put(OTHERS, 'b', later(10))
  await database.inTransaction((tx) => forgetOldCopies(tx, later(LONGEST_STALE_SECONDS + 5)))
  expect(await store().get(MINE)).toBeNull()
  expect(await store().get(OTHERS)).not.toBeNull()
})
