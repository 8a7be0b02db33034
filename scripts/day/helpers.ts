import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import { HelpRequest, SEALED_REQUEST } from '../../bff/src/identity/help-request.entity'
import { Mandate } from '../../bff/src/identity/mandate.entity'
import { prepareStaffMember } from '../../bff/src/identity/new-staff-member'
import { StaffMember } from '../../bff/src/identity/staff-member.entity'
import type { CountyPack } from '../../bff/src/platform/county-pack'
import type { Transaction } from '../../bff/src/platform/database'
import { newId } from '../../bff/src/platform/ids'
import type { Store } from '../bench/place'
import { TODAY } from './day-clock'
import { isElder, isKnown, type Resident } from './residents'

/** Somebody who signs in with a password and a code. */
export interface Worker {
  readonly id: string
  readonly username: string
  readonly office: string
  readonly password: string
  /** Of the one-time codes. */
  readonly secret: string
}

/** A volunteer, and the elders who asked them to book for them and look up their cases. */
export interface Volunteer extends Worker {
  readonly elders: readonly { readonly resident: Resident; readonly mandate: string }[]
}

const ELDERS_EACH = 3
const WEEK_MS = 7 * 86_400_000

/** A clerk for each office; at the hall there are three. */
export async function seedClerks(store: Store, { offices }: CountyPack): Promise<Worker[]> {
  const posts = offices.flatMap(({ id, kind }) => Array.from({ length: kind === 'county_hall' ? 3 : 1 }, () => id))
  return seedStaff(store, 'clerk', posts)
}

/** Volunteers, each with a task and a mandate of three elders. */
export async function seedVolunteers(store: Store, pack: CountyPack, residents: readonly Resident[]): Promise<Volunteer[]> {
  // Whoever shares a number with others could not book for themselves alone.
  const elders = residents.filter((resident) => isElder(resident) && !isKnown(resident))
  const count = Math.min(Math.floor(elders.length / ELDERS_EACH / 4), 120)
  const posts = Array.from({ length: count }, (_, index) => pack.offices[index % pack.offices.length]?.id ?? 'hall')
  const volunteers = await seedStaff(store, 'volunteer', posts)
  return store.database.inTransaction(async (tx) => {
    const seeded: Volunteer[] = []
    for (const [index, volunteer] of volunteers.entries()) {
      const own = elders.slice(index * ELDERS_EACH, (index + 1) * ELDERS_EACH)
      const given: { resident: Resident; mandate: string }[] = []
      for (const [place, resident] of own.entries()) {
        const number = index * ELDERS_EACH + place
        given.push({ resident, mandate: await giveMandate(tx, store, { volunteer, resident, pack, number }) })
      }
      seeded.push({ ...volunteer, elders: given })
    }
    return seeded
  })
}

/** All of a role have the same password and the same secret: making a hash is slow on purpose. */
async function seedStaff(store: Store, role: StaffRole, posts: readonly string[]): Promise<Worker[]> {
  const { database, clock } = store
  const now = clock.now()
  const { member, first } = await prepareStaffMember(store, { username: role, name: '周敏', role, officeId: null })
  const secret = new URL(first.totpUri).searchParams.get('secret') ?? ''
  const { passwordHash, totpSecretSealed, nameSealed, lastTotpStep, createdAt } = member
  const same = { passwordHash, totpSecretSealed, nameSealed, lastTotpStep, createdAt, role }
  const staff = posts.map((office, index) => {
    return { id: newId(now), username: `${role}-${index}`, office, password: first.password, secret }
  })
  await database.inTransaction(async (tx) => {
    for (const { id, username, office } of staff) await tx.insert(StaffMember, { ...same, id, username, officeId: office })
  })
  return staff
}

interface Given {
  readonly volunteer: Worker
  readonly resident: Resident
  readonly pack: CountyPack
  /** Tells mandates apart. */
  readonly number: number
}

/** As if the elder had agreed this morning. */
async function giveMandate(
  tx: Transaction,
  { crypto, clock }: Store,
  { volunteer, resident, pack, number }: Given,
): Promise<string> {
  const now = clock.now()
  const at = now.toISOString()
  const [taskId, id] = [newId(now), newId(now)]
  const tenDigits = String(1_124_000_000 + number)
  await tx.insert(HelpRequest, {
    ...{ id: taskId, accountId: resident.id, number: tenDigits, askedByKind: 'resident', askedById: resident.id },
    ...{ topic: 'other', way: 'phone', officeId: volunteer.office, date: TODAY, part: 'any', status: 'accepted' },
    ...{ wordsSealed: crypto.seal('', SEALED_REQUEST.words), phoneSealed: crypto.seal('', SEALED_REQUEST.phone) },
    ...{ promisedBy: TODAY, volunteerId: volunteer.id, openPlace: 1, openedAt: at, acceptedAt: at },
  })
  const scope = [
    { operation: 'book_visits', items: pack.itemGroups.map((group) => group.id) },
    { operation: 'look_up_cases', items: null },
  ]
  await tx.insert(Mandate, {
    ...{ id, number: tenDigits, accountId: resident.id, actorKind: 'volunteer', actorId: volunteer.id, days: 7 },
    ...{ scope: JSON.stringify(scope), status: 'active', evidence: 'app', startsAt: at, askedAt: at },
    ...{ askedByKind: 'volunteer', askedById: volunteer.id, taskId },
    expiresAt: new Date(now.getTime() + WEEK_MS).toISOString(),
  })
  return id
}
