import { ELDER_AGE } from '@one-visit/shared/appointments/rules'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { parseResidentId } from '@one-visit/shared/kernel/resident-id'
import { SEALED } from '../../identity/person'
import { listOf, type Reader } from '../../platform/database'
import { problem } from '../../platform/errors'
import { sensitive, type Sensitive } from '../../platform/sensitive'
import type { AppointmentDeps } from './deps'

/** Sealed as in the account's own columns, so that what is sealed there can be copied. */
export const SEALED_VISIT = { name: SEALED.name, residentId: SEALED.residentId, phone: SEALED.phone } as const

/** The real person who comes. A visit belongs to this person and cannot be passed on. */
export interface Visitor {
  /** The person's account; null when they have none (entered by staff). */
  readonly accountId: string | null
  /** Blind index of the ID number. */
  readonly personIndex: string
  readonly nameSealed: string
  readonly residentIdSealed: string
  readonly phoneSealed: string | null
  readonly elder: boolean
  readonly residentId: Sensitive<string>
}

type VisitorDeps = Pick<AppointmentDeps, 'crypto' | 'clock'>

interface AccountRow {
  readonly id: string
  readonly name_sealed: string | null
  readonly resident_id_sealed: string | null
  readonly resident_id_index: string | null
  readonly phone_sealed: string | null
}

/** The verified person behind an account; throws `real_name_required`. */
export async function getVisitor(read: Reader, deps: VisitorDeps, accountId: string): Promise<Visitor> {
  const visitor = (await findVisitors(read, deps, [accountId])).get(accountId)
  if (!visitor) throw problem('real_name_required')
  return visitor
}

/** The verified people behind accounts, by account; the others are left out. At least one account. */
export async function findVisitors(
  read: Reader,
  deps: VisitorDeps,
  accountIds: readonly string[],
): Promise<Map<string, Visitor>> {
  const rows = await read.sql<AccountRow[]>`
    SELECT id, name_sealed, resident_id_sealed, resident_id_index, phone_sealed FROM accounts WHERE id IN ${listOf(accountIds)}`
  return new Map(
    rows.flatMap((row) => {
      const visitor = visitorOfRow(deps, row)
      return visitor ? [[row.id, visitor] as const] : []
    }),
  )
}

function visitorOfRow(deps: VisitorDeps, row: AccountRow): Visitor | null {
  if (!row.name_sealed || !row.resident_id_sealed || !row.resident_id_index) return null
  const residentId = sensitive(deps.crypto.open(row.resident_id_sealed, SEALED_VISIT.residentId))
  return {
    accountId: row.id,
    personIndex: row.resident_id_index,
    nameSealed: row.name_sealed,
    residentIdSealed: row.resident_id_sealed,
    phoneSealed: row.phone_sealed,
    elder: isElder(residentId, deps),
    residentId,
  }
}

/** A person whom staff enter; tied to the account of that ID number when there is one. */
export async function visitorOf(
  read: Reader,
  deps: VisitorDeps,
  person: { readonly name: string; readonly residentId: string; readonly phone: string | null },
): Promise<Visitor> {
  const { crypto } = deps
  const personIndex = personIndexOf(deps, person.residentId)
  const [account] = await read.sql<AccountRow[]>`
    SELECT id, name_sealed, resident_id_sealed, resident_id_index, phone_sealed FROM accounts WHERE resident_id_index = ${personIndex}`
  const residentId = sensitive(person.residentId)
  return {
    accountId: account?.id ?? null,
    personIndex,
    nameSealed: crypto.seal(person.name, SEALED_VISIT.name),
    residentIdSealed: crypto.seal(person.residentId, SEALED_VISIT.residentId),
    phoneSealed: person.phone === null ? (account?.phone_sealed ?? null) : crypto.seal(person.phone, SEALED_VISIT.phone),
    elder: isElder(residentId, deps),
    residentId,
  }
}

/** Names a person by an ID number without revealing it. */
export function personIndexOf({ crypto }: Pick<VisitorDeps, 'crypto'>, residentId: string): string {
  return crypto.blindIndex(residentId, SEALED_VISIT.residentId)
}

/** Sixty years old today (Asia/Shanghai). */
function isElder(residentId: Sensitive<string>, { clock }: Pick<VisitorDeps, 'clock'>): boolean {
  const today = localDateAt(clock.now())
  const parsed = parseResidentId(residentId.reveal(), today)
  if (!parsed.ok) return false
  const sixtieth = `${Number(parsed.birthDate.slice(0, 4)) + ELDER_AGE}${parsed.birthDate.slice(4)}`
  return sixtieth <= today
}
