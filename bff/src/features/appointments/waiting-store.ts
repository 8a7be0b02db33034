import type { Reader } from '../../platform/database'
import type { WaitingEntry } from './waiting-entry.entity'

/** A row of `waiting_entries` as SQL hands it over. */
export interface WaitingRow {
  readonly id: string
  readonly slot_id: string
  readonly person_index: string
  readonly account_id: string | null
  readonly name_sealed: string | null
  readonly resident_id_sealed: string | null
  readonly phone_sealed: string | null
  readonly elder: number
  readonly ordinary: number
  readonly cause: WaitingEntry['cause']
  readonly status: WaitingEntry['status']
  readonly line_place: number
  readonly offer_ends_at: string | null
  readonly created_at: string
}

export async function findOwnEntry(
  read: Reader,
  accountId: string,
  id: string,
): Promise<(WaitingRow & { readonly item_group: string }) | null> {
  const [row] = await read.sql<(WaitingRow & { readonly item_group: string })[]>`
    SELECT w.*, s.item_group FROM waiting_entries w JOIN accounts a ON a.resident_id_index = w.person_index
    JOIN appointment_slots s ON s.id = w.slot_id
    WHERE w.id = ${id} AND a.id = ${accountId}`
  return row ?? null
}

/** An entry with its slot and how many wait before it. */
export interface PlacedEntry extends WaitingRow {
  readonly office_id: string
  readonly item_group: string
  readonly date: string
  readonly starts_at: string
  readonly ends_at: string
  readonly ahead: number
}

/** What this person waits for, what is held for them, and what became of both until two days after the slot; newest first. */
export function findOwnEntries(read: Reader, accountId: string, since: string): Promise<PlacedEntry[]> {
  return read.sql<PlacedEntry[]>`
    SELECT w.*, s.office_id, s.item_group, s.date, s.starts_at, s.ends_at,
      (SELECT CAST(count(*) AS integer) FROM waiting_entries b
       WHERE b.slot_id = w.slot_id AND b.status = 'waiting'
         AND (b.created_at < w.created_at OR (b.created_at = w.created_at AND b.id < w.id))) AS ahead
    FROM waiting_entries w JOIN accounts a ON a.resident_id_index = w.person_index JOIN appointment_slots s ON s.id = w.slot_id
    WHERE a.id = ${accountId} AND (w.status IN ('waiting', 'offered') OR s.begins_at > ${since})
    ORDER BY w.created_at DESC, w.id DESC`
}
