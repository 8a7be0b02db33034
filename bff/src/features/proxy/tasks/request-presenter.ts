import { In } from 'typeorm'
import { maskName } from '@one-visit/shared/identity/rules'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import { Account } from '../../../identity/account.entity'
import { type HelpRequest, SEALED_REQUEST } from '../../../identity/help-request.entity'
import { SEALED } from '../../../identity/person'
import { SEALED_STAFF, StaffMember } from '../../../identity/staff-member.entity'
import type { Reader } from '../../../platform/database'
import type { TaskDeps } from './deps'

export type PresenterDeps = Pick<TaskDeps, 'crypto' | 'pack' | 'clock'>

/** Of a person whose account was deleted nothing is left but the task. */
const FORGOTTEN = '（已注销）'

/** In full, by id: of the people concerned and of the volunteers. */
export interface RequestNames {
  readonly people: ReadonlyMap<string, string>
  readonly volunteers: ReadonlyMap<string, string>
}

/** The names in any number of requests, in two statements. */
export async function findRequestNames(
  read: Reader,
  { crypto }: PresenterDeps,
  rows: readonly HelpRequest[],
): Promise<RequestNames> {
  const volunteerIds = rows.flatMap(({ volunteerId }) => (volunteerId === null ? [] : [volunteerId]))
  const accounts = await read.find(Account, {
    select: { id: true, nameSealed: true },
    where: { id: In([...new Set(rows.map(({ accountId }) => accountId))]) },
  })
  const staff = await read.find(StaffMember, {
    select: { id: true, nameSealed: true },
    where: { id: In([...new Set(volunteerIds)]) },
  })
  return {
    people: new Map(accounts.flatMap(({ id, nameSealed }) => (nameSealed ? [[id, crypto.open(nameSealed, SEALED.name)]] : []))),
    volunteers: new Map(staff.map(({ id, nameSealed }) => [id, crypto.open(nameSealed, SEALED_STAFF.name)])),
  }
}

/** A request as its person, and the office, see it. */
export function presentRequest(deps: PresenterDeps, row: HelpRequest, { people, volunteers }: RequestNames): HelpRequestDto {
  const name = people.get(row.accountId)
  const { crypto } = deps
  return {
    id: row.id,
    number: row.number,
    person: name === undefined ? FORGOTTEN : maskName(name),
    topic: row.topic,
    words: openText(crypto, row.wordsSealed, SEALED_REQUEST.words) ?? '',
    way: row.way,
    office: presentOffice(deps, row.officeId),
    date: row.date,
    part: row.part,
    status: row.status,
    promisedBy: row.promisedBy,
    overdue: row.openPlace !== null && row.promisedBy !== null && row.promisedBy < localDateAt(deps.clock.now()),
    volunteer: row.volunteerId === null ? null : (volunteers.get(row.volunteerId) ?? null),
    outcome: openText(crypto, row.outcomeSealed, SEALED_REQUEST.outcome),
    returned: openText(crypto, row.returnedSealed, SEALED_REQUEST.returned),
    openedAt: row.openedAt,
    closedAt: row.closedAt,
  }
}

/** Empty once the account is deleted. */
export const openText = (crypto: TaskDeps['crypto'], sealed: string | null, purpose: string): string | null =>
  sealed ? crypto.open(sealed, purpose) : null

/** An office that has left the pack since still has requests. */
export function presentOffice({ pack }: Pick<TaskDeps, 'pack'>, id: string): HelpRequestDto['office'] {
  const office = pack.offices.find((one) => one.id === id)
  return { id, name: office?.name ?? pack.county.name, phone: office?.phone ?? pack.county.phone }
}

export async function presentRequests(
  deps: PresenterDeps,
  read: Reader,
  rows: readonly HelpRequest[],
): Promise<HelpRequestDto[]> {
  if (rows.length === 0) return []
  const names = await findRequestNames(read, deps, rows)
  return rows.map((row) => presentRequest(deps, row, names))
}
