import type { LoadCellDto } from '@one-visit/shared/appointments/board-contract'

/** What one bar and one row of the table show. */
export interface Load {
  key: string
  name: string
  capacity: number
  booked: number
  done: number
  noShow: number
}

function sumUp(cells: readonly LoadCellDto[], key: string, name: string): Load {
  const sum = (of: 'capacity' | 'booked' | 'done' | 'noShow') => cells.reduce((total, cell) => total + cell[of], 0)
  return { key, name, capacity: sum('capacity'), booked: sum('booked'), done: sum('done'), noShow: sum('noShow') }
}

/** By hour of the day, of one office or (null) of all. */
export function loadByHour(cells: readonly LoadCellDto[], office: string | null, nameOf: (hour: number) => string): Load[] {
  const some = cells.filter((cell) => office === null || cell.office === office)
  const hours = [...new Set(some.map(({ hour }) => hour))].sort((a, b) => a - b)
  return hours.map((hour) =>
    sumUp(
      some.filter((cell) => cell.hour === hour),
      String(hour),
      nameOf(hour),
    ),
  )
}

/** By office, the busiest first. */
export function loadByOffice(cells: readonly LoadCellDto[], nameOf: (office: string) => string): Load[] {
  const offices = [...new Set(cells.map(({ office }) => office))]
  return offices
    .map((office) =>
      sumUp(
        cells.filter((cell) => cell.office === office),
        office,
        nameOf(office),
      ),
    )
    .sort((a, b) => b.booked - a.booked)
}

/** How many of those booked did not come, in whole percent. */
export function missedRate({ booked, noShow }: Pick<Load, 'booked' | 'noShow'>): string {
  return booked === 0 ? '0%' : `${String(Math.round((noShow / booked) * 100))}%`
}
