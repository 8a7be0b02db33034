import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { maskName, maskPhone, maskResidentId } from '@one-visit/shared/identity/rules'
import type { AppointmentDeps } from '../deps'
import { itemGroupName } from '../pack-names'
import { SEALED_VISIT } from '../visitor'
import type { AppointmentRow } from '../appointment-store'

type PresenterDeps = Pick<AppointmentDeps, 'crypto' | 'pack'>

/** Of a person whose account was deleted nothing is left but the place. */
const FORGOTTEN = '（已注销）'

/** Opening sealed text takes a few microseconds a field: a long list lets others have their turn in between. */
const VISITS_A_TURN = 50

/** A visit as staff see it, its person masked. */
export function presentBoardVisit(row: AppointmentRow, { crypto, pack }: PresenterDeps): BoardVisitDto {
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
    reachable: row.account_id !== null || row.phone_sealed !== null,
    ticket: row.ticket,
    window: row.window_label,
    checkedInAt: row.checked_in_at,
    calledAt: row.called_at,
  }
}

export async function presentBoardVisits(rows: readonly AppointmentRow[], deps: PresenterDeps): Promise<BoardVisitDto[]> {
  const visits: BoardVisitDto[] = []
  for (const row of rows) {
    if (visits.length % VISITS_A_TURN === VISITS_A_TURN - 1) await new Promise((resolve) => setImmediate(resolve))
    visits.push(presentBoardVisit(row, deps))
  }
  return visits
}
