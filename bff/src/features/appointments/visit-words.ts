import { formatVisitNumber, instantAt } from '@one-visit/shared/appointments/rules'
import { formatInstant } from '@one-visit/shared/kernel/local-date'
import type { CountyPack } from '../../platform/county-pack'
import { listOf, type Reader } from '../../platform/database'
import { timeFactsOf } from './visit-facts'

interface Row {
  readonly id: string
  /** Of a visit that is to come; null for the rest. */
  readonly number: string | null
  readonly office_id: string
  readonly item_group: string
  readonly date: string
  readonly starts_at: string
}

interface VisitWords {
  readonly what: string
  readonly ahead: { readonly brief: string; readonly advice: string } | null
}

/** What visits and waiting entries are about, by their ids, for the lists of other features: 户籍和身份证，11月23日 周一 上午9:00，茶陵县政务服务中心. */
export async function visitWords(
  { pack }: { readonly pack: CountyPack },
  read: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VisitWords>> {
  const rows = await read.sql<Row[]>`
    SELECT id, CASE WHEN status = 'booked' THEN number END AS number, office_id, item_group, date, starts_at
    FROM appointments WHERE id IN ${listOf(ids)}
    UNION ALL
    SELECT w.id, NULL AS number, s.office_id, s.item_group, s.date, s.starts_at FROM waiting_entries w JOIN appointment_slots s ON s.id = w.slot_id
    WHERE w.id IN ${listOf(ids)}`
  return new Map(rows.map((row) => [row.id, wordsOf(pack, row)]))
}

function wordsOf(pack: CountyPack, row: Row): VisitWords {
  const { itemGroupName, officeName, officePhone, date, startsAt } = timeFactsOf(pack, row)
  const when = formatInstant(instantAt(date, startsAt))
  const what = `${itemGroupName}，${when}，${officeName}`
  if (row.number === null) return { what, ahead: null }
  const number = formatVisitNumber(row.number)
  const advice = `预约号 ${number}，请带好证件。来不了请早点取消，或拨 ${officePhone}。`
  return { what, ahead: { brief: `${when}，${officeName}`, advice } }
}
