import type { LoadCellDto } from '@one-visit/shared/appointments/board-contract'
import { addDays, type LocalDate, localDateAt } from '@one-visit/shared/kernel/local-date'
import type { Reader } from '../../../platform/database'
import type { AppointmentDeps } from '../deps'

interface LoadRow {
  readonly office: string
  readonly hour: number
  readonly capacity: number
  readonly booked: number
  readonly done: number
  readonly no_show: number
}

interface Load {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly cells: LoadCellDto[]
}

/** Places, visits and no-shows by office and local hour, over the last days up to today. */
export async function viewLoad(deps: Pick<AppointmentDeps, 'database' | 'clock'>, days: number): Promise<Load> {
  const to = localDateAt(deps.clock.now())
  const from = addDays(to, 1 - days)
  const cells = new Map<string, LoadCellDto>()
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (const row of await loadOfDay(deps.database.read, date)) addTo(cells, row)
    // Day by day: thirty days in one statement would keep everybody else waiting on SQLite.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const inOrder = [...cells.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
  return { from, to, cells: inOrder }
}

function addTo(cells: Map<string, LoadCellDto>, { office, hour, capacity, booked, done, no_show }: LoadRow): void {
  const key = `${office} ${String(hour).padStart(2, '0')}`
  const cell = cells.get(key) ?? { office, hour, capacity: 0, booked: 0, done: 0, noShow: 0 }
  cell.capacity += capacity
  cell.booked += booked
  cell.done += done
  cell.noShow += no_show
  cells.set(key, cell)
}

/** Of a slot that was closed, only what was done before counts as a place. */
function loadOfDay(read: Reader, date: LocalDate): Promise<LoadRow[]> {
  return read.sql<LoadRow[]>`
    SELECT s.office_id AS office, CAST(substr(s.starts_at, 1, 2) AS integer) AS hour,
      CAST(sum(CASE WHEN s.state = 'closed' THEN s.booked ELSE s.capacity END) AS integer) AS capacity,
      CAST(sum(s.booked) AS integer) AS booked, CAST(sum(COALESCE(v.done, 0)) AS integer) AS done,
      CAST(sum(COALESCE(v.no_show, 0)) AS integer) AS no_show
    FROM appointment_slots s
    LEFT JOIN (
      SELECT slot_id, sum(CASE WHEN status = 'done' THEN 1 ELSE 0 END) AS done,
        sum(CASE WHEN status = 'no_show' THEN 1 ELSE 0 END) AS no_show
      FROM appointments WHERE date = ${date} GROUP BY slot_id) v ON v.slot_id = s.id
    WHERE s.date = ${date}
    GROUP BY s.office_id, substr(s.starts_at, 1, 2)`
}
