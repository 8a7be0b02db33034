import type { BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import type { Reader } from '../../../platform/database'
import type { SlotRow } from '../slot-store'

interface BoardSlotRow extends SlotRow {
  readonly cooling: number
  readonly waiting: number
  readonly checked_in: number
  readonly serving: number
  readonly done: number
  readonly no_show: number
}

/**
 * The slots of an office's day with what has become of their visits: one statement, because twenty screens ask for it every few
 * seconds.
 */
export async function findBoardSlots(read: Reader, officeId: string, date: string): Promise<BoardSlotDto[]> {
  const rows = await read.sql<BoardSlotRow[]>`
    SELECT s.*,
      CAST((SELECT count(*) FROM cooling_places c WHERE c.slot_id = s.id) AS integer) AS cooling,
      CAST((SELECT count(*) FROM waiting_entries w WHERE w.slot_id = s.id AND w.status = 'waiting') AS integer) AS waiting,
      CAST(COALESCE(v.checked_in, 0) AS integer) AS checked_in, CAST(COALESCE(v.serving, 0) AS integer) AS serving,
      CAST(COALESCE(v.done, 0) AS integer) AS done, CAST(COALESCE(v.no_show, 0) AS integer) AS no_show
    FROM appointment_slots s
    LEFT JOIN (
      SELECT slot_id, sum(CASE WHEN status = 'checked_in' THEN 1 ELSE 0 END) AS checked_in,
        sum(CASE WHEN status = 'serving' THEN 1 ELSE 0 END) AS serving,
        sum(CASE WHEN status = 'done' THEN 1 ELSE 0 END) AS done,
        sum(CASE WHEN status = 'no_show' THEN 1 ELSE 0 END) AS no_show
      FROM appointments WHERE date = ${date} AND office_id = ${officeId} GROUP BY slot_id) v ON v.slot_id = s.id
    WHERE s.date = ${date} AND s.office_id = ${officeId}
    ORDER BY s.starts_at, s.item_group`
  return rows.map(presentBoardSlot)
}

function presentBoardSlot(row: BoardSlotRow): BoardSlotDto {
  return {
    id: row.id,
    itemGroup: row.item_group,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    state: row.state,
    windows: row.windows,
    peoplePerWindow: row.people_per_window,
    capacity: row.capacity,
    booked: row.booked,
    held: row.held,
    cooling: row.cooling,
    waiting: row.waiting,
    checkedIn: row.checked_in,
    serving: row.serving,
    done: row.done,
    noShow: row.no_show,
    free: Math.max(0, row.capacity - row.booked - row.held),
  }
}
