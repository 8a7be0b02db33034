import type { ChangedSlotsDto } from '@one-visit/shared/appointments/board-contract'
import { instantAt } from '@one-visit/shared/appointments/rules'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import type { Reader, Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import { lockSlots, type SlotRow } from '../slot-store'
import { findBoardSlots } from './board-slot-store'

/** Local times (Asia/Shanghai); `from` inclusive, `to` exclusive. */
export interface SlotRange {
  readonly office: string
  readonly itemGroup: string
  readonly date: LocalDate
  readonly from: string
  readonly to: string
  readonly reason: string
}

/**
 * The slots that begin in the range, locked; those that have ended are left as they are, and so are closed ones, unless they are
 * wanted `withClosed`: then those that staff closed count too. Throws `not_found` when there is none.
 */
export async function lockRange(tx: Transaction, range: SlotRange, at: Date, withClosed = false): Promise<SlotRow[]> {
  const found = await tx.sql<{ id: string }[]>`
    SELECT id FROM appointment_slots
    WHERE office_id = ${range.office} AND item_group = ${range.itemGroup} AND date = ${range.date}
      AND starts_at >= ${range.from} AND starts_at < ${range.to}`
  const locked = await lockSlots(
    tx,
    found.map(({ id }) => id),
  )
  const isMeant = ({ state, set_by_staff }: SlotRow): boolean => state !== 'closed' || (withClosed && set_by_staff === 1)
  const slots = [...locked.values()].filter((slot) => isMeant(slot) && !hasEnded(slot, at))
  if (slots.length === 0) throw problem('not_found', { detail: '这一段没有可以改的时间：没有安排、已经过去或已经停办。' })
  return slots.sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1))
}

export function hasEnded(slot: Pick<SlotRow, 'date' | 'ends_at'>, at: Date): boolean {
  return instantAt(slot.date, slot.ends_at) <= at.getTime()
}

/** How these slots of an office's day stand now. */
export async function viewChanged(read: Reader, { office, date }: SlotRange, ids: readonly string[]): Promise<ChangedSlotsDto> {
  const changed = new Set(ids)
  return { slots: (await findBoardSlots(read, office, date)).filter(({ id }) => changed.has(id)) }
}
