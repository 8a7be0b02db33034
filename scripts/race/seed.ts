import { Account } from '../../bff/src/identity/account.entity'
import { SEALED } from '../../bff/src/identity/person'
import { startSession } from '../../bff/src/identity/session-store'
import { StaffMember } from '../../bff/src/identity/staff-member.entity'
import type { FieldCrypto } from '../../bff/src/platform/crypto/field-crypto'
import type { Database, Transaction } from '../../bff/src/platform/database'
import { newId } from '../../bff/src/platform/ids'
import { racePerson } from './people'

/** Somebody who is signed in: the account or member of staff, and the token. */
export interface SignedIn {
  readonly id: string
  readonly token: string
}

export interface Seeded {
  readonly residents: readonly SignedIn[]
  readonly staff: readonly SignedIn[]
}

interface Store {
  readonly database: Database
  readonly crypto: FieldCrypto
  readonly now: Date
}

interface Counts {
  readonly residents: number
  readonly staff: number
  /** The number of the first resident; higher where some are there already. */
  readonly from?: number
}

/** Residents whose real names are verified, and supervisors; each is signed in. */
export function seedPeople(store: Store, { from = 0, ...counts }: Counts): Promise<Seeded> {
  return store.database.inTransaction(async (tx) => {
    const residents: SignedIn[] = []
    for (let number = 0; number < counts.residents; number += 1) residents.push(await seedResident(tx, store, from + number))
    const staff: SignedIn[] = []
    for (let number = 0; number < counts.staff; number += 1) staff.push(await seedSupervisor(tx, store, number))
    return { residents, staff }
  })
}

async function seedResident(tx: Transaction, { crypto, now }: Store, number: number): Promise<SignedIn> {
  const { name, residentId, phone } = racePerson(number)
  const id = newId(now)
  await tx.insert(Account, {
    id,
    phoneSealed: crypto.seal(phone, SEALED.phone),
    phoneIndex: crypto.blindIndex(phone, SEALED.phone),
    nameSealed: crypto.seal(name, SEALED.name),
    residentIdSealed: crypto.seal(residentId, SEALED.residentId),
    residentIdIndex: crypto.blindIndex(residentId, SEALED.residentId),
    realNameVerifiedAt: now.toISOString(),
    privacyVersion: '2026-11-01',
    createdAt: now.toISOString(),
  })
  return signIn(tx, { subjectKind: 'resident', subjectId: id, provider: 'sms', now })
}

/** Signs in by this row alone: password and TOTP are nobody's. */
async function seedSupervisor(tx: Transaction, { crypto, now }: Store, number: number): Promise<SignedIn> {
  const id = newId(now)
  await tx.insert(StaffMember, {
    id,
    username: `race-${number}`,
    passwordHash: '',
    totpSecretSealed: '',
    lastTotpStep: 0,
    nameSealed: crypto.seal('周敏', 'staff.name'),
    role: 'supervisor',
    officeId: null,
    createdAt: now.toISOString(),
  })
  return signIn(tx, { subjectKind: 'staff', subjectId: id, provider: 'password', now })
}

type Start = Pick<Parameters<typeof startSession>[1], 'subjectKind' | 'subjectId' | 'provider' | 'now'>

async function signIn(tx: Transaction, start: Start): Promise<SignedIn> {
  const { token } = await startSession(tx, { ...start, deviceId: null, deviceLabel: 'race' })
  return { id: start.subjectId, token }
}
