import { randomUUID } from 'node:crypto'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { FamilyMember } from '../../identity/family-member.entity'
import { Problem } from '../../platform/errors'
import { placeMember } from './place-member'

const NOW = new Date('2026-11-21T01:00:00.000Z')
const LATER = '2026-11-28T01:00:00.000Z'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const add = (accountId: string, personIndex: string, endsAt = LATER, now = NOW): Promise<FamilyMember> =>
  database.inTransaction((tx) =>
    placeMember(
      tx,
      {
        ...{ accountId, personIndex, nameSealed: 'sealed', residentIdSealed: 'sealed', relation: 'parent' },
        ...{ status: 'pending', evidence: 'consent', endsAt },
      },
      now,
    ),
  )

/** How many went in, and what the others were told. */
async function race(all: readonly Promise<FamilyMember>[]): Promise<{ placed: number; refusals: unknown[] }> {
  const outcomes = await Promise.allSettled(all)
  const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  return { placed: outcomes.length - refusals.length, refusals }
}

const someone = (count: number): string[] => Array.from({ length: count }, () => randomUUID())

test('of twenty people added to one account at once, eight are', async () => {
  const { placed, refusals } = await race(someone(20).map((person) => add('account', person)))
  expect(placed).toBe(8)
  expect(new Set(refusals.map((error) => (error as Problem).code))).toEqual(new Set(['family_limit_reached']))
  expect(await database.read.countBy(FamilyMember, { accountId: 'account' })).toBe(8)
})

test('of twelve accounts that add one person at once, three do', async () => {
  const { placed, refusals } = await race(someone(12).map((account) => add(account, 'person')))
  expect(placed).toBe(3)
  expect(refusals.every((error) => error instanceof Problem && error.code === 'family_limit_reached')).toBe(true)
  expect(await database.read.countBy(FamilyMember, { personIndex: 'person' })).toBe(3)
})

test('ten accounts that add the same four people at once keep both limits', async () => {
  const people = someone(4)
  await race(someone(10).flatMap((account) => people.map((person) => add(account, person))))
  const counts = await Promise.all(people.map((personIndex) => database.read.countBy(FamilyMember, { personIndex })))
  expect(counts).toEqual([3, 3, 3, 3])
})

test('one person added many times at once is one entry', async () => {
  const members = await Promise.all(someone(10).map(() => add('account', 'person')))
  expect(new Set(members.map(({ id }) => id)).size).toBe(1)
  expect(await database.read.count(FamilyMember)).toBe(1)
})

test('a place that was given up, or has run out, is free again', async () => {
  const people = someone(8)
  for (const person of people) await add('account', person, person === people[0] ? '2026-11-21T02:00:00.000Z' : LATER)
  await expect(add('account', 'ninth')).rejects.toMatchObject({ code: 'family_limit_reached' })
  await database.inTransaction((tx) => tx.delete(FamilyMember, { accountId: 'account', personIndex: people[1] ?? '' }))
  await expect(add('account', 'ninth')).resolves.toMatchObject({ accountPlace: 2 })
  await expect(add('account', 'tenth')).rejects.toMatchObject({ code: 'family_limit_reached' })
  const afterwards = new Date('2026-11-21T02:00:00.000Z')
  await expect(add('account', 'tenth', LATER, afterwards)).resolves.toMatchObject({ accountPlace: 1 })
})
