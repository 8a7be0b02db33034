import type { DepartmentPerson } from '../../../bff/src/departments/department-person'
import type { DepartmentClients } from '../../../bff/src/departments/departments'
import { SEALED } from '../../../bff/src/identity/person'
import { startSession } from '../../../bff/src/identity/session-store'
import { SEALED_STAFF, StaffMember } from '../../../bff/src/identity/staff-member.entity'
import type { Transaction } from '../../../bff/src/platform/database'
import { newId } from '../../../bff/src/platform/ids'
import { insertBookers, makeBookers } from '../bookers'
import type { Store } from '../place'
import { askForCasesAndWallet, keepCopies } from '../seed'
import { benchPack, type Caller, OFFICE, seedSlots, wishesOf } from '../visits'
import { type GrownPerson, HAS_VISIT, isMeasured, makeGrown } from './grown-person'
import { addHistory } from './history'
import { familyRows, followRows, type Grounds, mandateRows, messageRows, requestRows } from './own-rows'
import { applicationRows, auditRows, leftRows } from './trace-rows'
import { countVisits, type RowKind, visitRows } from './visit-rows'

/** How large a county is: its accounts, and for how many working days it has been at it. */
export interface Size {
  readonly times: number
  readonly accounts: number
  readonly days: number
}

/** Who is there to be measured with. */
export interface Grown {
  readonly people: readonly GrownPerson[]
  readonly staff: Readonly<Record<'clerk' | 'supervisor' | 'volunteer', string>>
  readonly bookers: readonly Caller[]
  /** Of accounts that may be deleted. */
  readonly leavers: readonly string[]
}

/** People in one transaction: ten seconds are what one may take. */
const AT_ONCE = 100
const MOST_OTHERS = 1_000
/** SQLite takes 32,766 values in a statement. */
const MOST_VALUES = 32_000
const LEAVERS = 150

/** A county of that size: accounts, visits past and to come, and in proportion what people and jobs leave behind. */
export async function seedGrowth(store: Store, size: Size): Promise<Grown> {
  const slots = await seedSlots(store)
  const volunteerId = newId(store.clock.now())
  const offices = benchPack().offices.map(({ id }) => id)
  const grounds: Grounds = { store, now: store.clock.now(), offices, volunteerId }
  const kinds = [
    visitRows(await addHistory(store, size.days), grounds.now),
    ...[followRows, messageRows, familyRows, requestRows, mandateRows, applicationRows].map((make) => make(grounds)),
    ...auditRows(grounds),
    ...leftRows(grounds),
  ]
  const people: GrownPerson[] = []
  const others: string[] = []
  for (let first = 0; first < size.accounts; first += AT_ONCE) {
    const grown = await seedSome(store, kinds, first, Math.min(AT_ONCE, size.accounts - first))
    people.push(...grown.filter(isMeasured))
    if (others.length < MOST_OTHERS)
      others.push(...grown.filter(({ number }) => number % HAS_VISIT !== 0).map(({ token }) => token))
  }
  if (store.database.kind === 'postgres') await analyse(store)
  await store.database.inTransaction((tx) => countVisits(tx))
  await keepCopies(
    store,
    people.map(({ personIndex }) => personIndex),
    askEverything,
  )
  const staff = await seedStaff(store, volunteerId)
  return { people, staff, leavers: others.slice(0, LEAVERS), bookers: wishesOf(others.slice(LEAVERS), slots) }
}

/** What PostgreSQL does by itself some minutes after so many rows; one table at a time, for ten seconds are what each may take. */
async function analyse({ database }: Store): Promise<void> {
  const tables: ((tx: Transaction) => Promise<unknown>)[] = [
    (tx) => tx.sql`ANALYZE accounts`,
    (tx) => tx.sql`ANALYZE sessions`,
    (tx) => tx.sql`ANALYZE appointment_slots`,
    (tx) => tx.sql`ANALYZE appointments`,
    (tx) => tx.sql`ANALYZE follows`,
    (tx) => tx.sql`ANALYZE messages`,
    (tx) => tx.sql`ANALYZE family_members`,
    (tx) => tx.sql`ANALYZE help_requests`,
    (tx) => tx.sql`ANALYZE mandates`,
    (tx) => tx.sql`ANALYZE audit_records`,
    (tx) => tx.sql`ANALYZE audit_seals`,
    (tx) => tx.sql`ANALYZE outbox_messages`,
    (tx) => tx.sql`ANALYZE idempotency_keys`,
    (tx) => tx.sql`ANALYZE licence_views`,
    (tx) => tx.sql`ANALYZE department_copies`,
  ]
  for (const table of tables) await database.inTransaction(table)
}

async function seedSome(store: Store, kinds: readonly RowKind[], first: number, count: number): Promise<GrownPerson[]> {
  const bookers = makeBookers(store, first, count)
  const grown = bookers.map((person, index) => makeGrown(store, person, bookers[(index + 1) % count] ?? person))
  await store.database.inTransaction(async (tx) => {
    await insertBookers(tx, bookers, store.clock.now())
    for (const kind of kinds) await insertRows(tx, kind, grown)
  })
  return grown
}

async function insertRows(tx: Transaction, kind: RowKind, people: readonly GrownPerson[]): Promise<void> {
  const rows = people.flatMap((person) => kind.rowsOf(person))
  const atOnce = Math.floor(MOST_VALUES / kind.columns)
  for (let from = 0; from < rows.length; from += atOnce) await kind.insert(tx, rows.slice(from, from + atOnce))
}

/** Whatever the endpoints ask departments for: no department is measured. */
async function askEverything(clients: DepartmentClients, person: DepartmentPerson): Promise<void> {
  await askForCasesAndWallet(clients, person)
  await clients.socialSecurity.contributions(person)
  await clients.health.code(person)
  await clients.health.tests(person)
  await clients.health.vaccinations(person)
  await clients.health.vaccinationsToShow(person)
  await clients.communications.travelCard(person)
}

async function seedStaff({ database, crypto, clock }: Store, volunteerId: string): Promise<Grown['staff']> {
  const now = clock.now()
  const add = (role: keyof Grown['staff'], id: string, officeId: string | null): Promise<string> =>
    database.inTransaction(async (tx) => {
      await tx.insert(StaffMember, {
        ...{ id, username: `bench-${role}`, passwordHash: '', totpSecretSealed: '', lastTotpStep: 0, role, officeId },
        nameSealed: crypto.seal('周敏', SEALED_STAFF.name),
        phoneSealed: crypto.seal('13900000001', SEALED_STAFF.phone),
        residentIdIndex: crypto.blindIndex(`bench ${role}`, SEALED.residentId),
        createdAt: now.toISOString(),
      })
      const start = {
        subjectKind: 'staff',
        subjectId: id,
        provider: 'password',
        deviceId: null,
        deviceLabel: 'bench',
        now,
      } as const
      return (await startSession(tx, start)).token
    })
  return {
    clerk: await add('clerk', newId(now), OFFICE),
    supervisor: await add('supervisor', newId(now), null),
    volunteer: await add('volunteer', volunteerId, OFFICE),
  }
}
