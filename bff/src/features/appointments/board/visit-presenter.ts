import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { maskName, maskPhone, maskResidentId } from '@one-visit/shared/identity/rules'
import { listOf, type Reader } from '../../../platform/database'
import type { AppointmentDeps } from '../deps'
import { itemGroupName } from '../pack-names'
import { SEALED_VISIT } from '../visitor'
import type { AppointmentRow } from '../appointment-store'

type PresenterDeps = Pick<AppointmentDeps, 'crypto' | 'pack'>

/** Of a person whose account was deleted nothing is left but the place. */
const FORGOTTEN = '（已注销）'

/** Opening sealed text takes a few microseconds a field: a long list lets others have their turn in between. */
const VISITS_A_TURN = 50

/** Visits as staff see them, their people masked. */
export async function presentBoardVisits(
  read: Reader,
  rows: readonly AppointmentRow[],
  deps: PresenterDeps,
): Promise<BoardVisitDto[]> {
  const visits: BoardVisitDto[] = []
  for (let from = 0; from < rows.length; from += VISITS_A_TURN) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve))
    const some = rows.slice(from, from + VISITS_A_TURN)
    const unread = await findUnreadAccounts(read, some)
    visits.push(...some.map((row) => present(row, unread, deps)))
  }
  return visits
}

/** One visit. */
export async function presentBoardVisit(read: Reader, row: AppointmentRow, deps: PresenterDeps): Promise<BoardVisitDto> {
  const [visit] = await presentBoardVisits(read, [row], deps)
  if (!visit) throw new Error('A visit was not presented.')
  return visit
}

/** Accounts that staff made and nobody has signed in to: nothing that is kept in their inbox is read. */
async function findUnreadAccounts(read: Reader, rows: readonly AppointmentRow[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.flatMap(({ account_id }) => account_id ?? []))]
  if (ids.length === 0) return new Set()
  const made = await read.sql<{ id: string }[]>`SELECT id FROM accounts WHERE counter_made = 1 AND id IN ${listOf(ids)}`
  return new Set(made.map(({ id }) => id))
}

function present(row: AppointmentRow, unread: ReadonlySet<string>, { crypto, pack }: PresenterDeps): BoardVisitDto {
  const open = (sealed: string | null, purpose: string, mask: (plain: string) => string): string | null =>
    sealed === null ? null : mask(crypto.open(sealed, purpose))
  return {
    id: row.id,
    number: row.number,
    slotId: row.slot_id,
    itemGroup: { id: row.item_group, name: itemGroupName(pack, row.item_group) },
    date: row.date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    status: row.status,
    channel: row.channel,
    elder: row.elder === 1,
    name: open(row.name_sealed, SEALED_VISIT.name, maskName) ?? FORGOTTEN,
    residentId: open(row.resident_id_sealed, SEALED_VISIT.residentId, maskResidentId) ?? FORGOTTEN,
    phone: open(row.phone_sealed, SEALED_VISIT.phone, maskPhone),
    reachable: row.phone_sealed !== null || (row.account_id !== null && !unread.has(row.account_id)),
    ticket: row.ticket,
    window: row.window_label,
    checkedInAt: row.checked_in_at,
    calledAt: row.called_at,
  }
}
