import { isActiveAppointment } from '@one-visit/shared/appointments/rules'
import type { Facts, SlotFact, VisitFact } from './facts'
import { groupBy, type Violation } from './violation'

const MOST_ACTIVE = 3

/** Who is in one of these holds a place, or has used it. */
const holdsPlace = ({ status }: VisitFact): boolean => status !== 'cancelled' && status !== 'moved'

/** Rows against capacity, and the slots' own counts against the rows. */
export function checkPlaces({ slots, visits, entries, cooling }: Facts): Violation[] {
  const bySlot = {
    visits: groupBy(visits.filter(holdsPlace), ({ slotId }) => slotId),
    offers: groupBy(
      entries.filter(({ status }) => status === 'offered'),
      ({ slotId }) => slotId,
    ),
    cooling: groupBy(cooling, ({ slotId }) => slotId),
  }
  return slots.flatMap((slot) => {
    const holders = bySlot.visits.get(slot.id) ?? []
    const offers = bySlot.offers.get(slot.id) ?? []
    return checkSlot(slot, {
      booked: holders.length,
      held: offers.length + (bySlot.cooling.get(slot.id)?.length ?? 0),
      ordinary: [...holders, ...offers].filter(({ ordinary }) => ordinary === 1).length,
    })
  })
}

function checkSlot(slot: SlotFact, rows: Pick<SlotFact, 'booked' | 'held' | 'ordinary'>): Violation[] {
  const violations: Violation[] = []
  if (rows.booked + rows.held > slot.capacity) {
    const what = `slot ${slot.id} has ${slot.capacity} places, ${rows.booked} are booked and ${rows.held} held`
    violations.push({ rule: 'overbooked', what })
  }
  for (const count of ['booked', 'held', 'ordinary'] as const) {
    if (slot[count] === rows[count]) continue
    violations.push({ rule: 'counts', what: `slot ${slot.id} says ${count} ${slot[count]}, its rows say ${rows[count]}` })
  }
  return violations
}

/** No person twice in one item group, and none with more than three visits before them. */
export function checkPeople({ visits }: Facts): Violation[] {
  const active = visits.filter(({ status }) => isActiveAppointment(status))
  return [...groupBy(active, ({ person }) => person).values()].flatMap((own) => {
    const ids = own.map(({ id }) => id).join(' ')
    const groups = [...groupBy(own, ({ itemGroup }) => itemGroup)].filter(([, both]) => both.length > 1)
    const violations = groups.map(([group]): Violation => ({ rule: 'one_of_a_group', what: `one person in ${group}: ${ids}` }))
    if (own.length > MOST_ACTIVE)
      violations.push({ rule: 'one_of_a_group', what: `one person with ${own.length} visits: ${ids}` })
    return violations
  })
}
