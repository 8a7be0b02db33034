import { VISIT_NUMBER_PATTERN, VISIT_QR_PREFIX } from '@one-visit/shared/appointments/rules'
import { formatLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { listOf, type Reader } from '../../../platform/database'
import { type Problem, problem } from '../../../platform/errors'
import type { AppointmentRow } from '../appointment-store'
import type { AppointmentDeps } from '../deps'
import { officeName } from '../pack-names'
import { personIndexOf } from '../visitor'

export interface CounterLook {
  readonly office: string
  readonly by: 'qr' | 'number' | 'resident_id'
  readonly value: string
  readonly today: LocalDate
}

type FindDeps = Pick<AppointmentDeps, 'crypto' | 'pack'>

/**
 * The visit of today at this office that somebody shows. With the ID card: the first of the person's that is not finished, so that
 * showing the card twice means the same visit. Throws `visit_other_office`, `visit_not_today`, `not_found`.
 */
export async function findVisitAtCounter(read: Reader, deps: FindDeps, look: CounterLook): Promise<AppointmentRow> {
  const visits = look.by === 'resident_id' ? await visitsOfPerson(read, deps, look) : await visitsOfNumber(read, look)
  const here = visits.filter((visit) => visit.date === look.today && visit.office_id === look.office)
  const found = here.find((visit) => !isOver(visit)) ?? here.at(-1)
  if (!found) throw notHere(visits, deps, look)
  return found
}

const isOver = ({ status }: AppointmentRow): boolean =>
  status === 'done' || status === 'no_show' || status === 'cancelled' || status === 'moved'

function notHere(visits: readonly AppointmentRow[], { pack }: FindDeps, { today }: CounterLook): Problem {
  const coming = visits.filter((visit) => !isOver(visit))
  const elsewhere = coming.find((visit) => visit.date === today)
  if (elsewhere) {
    return problem('visit_other_office', {
      detail: `约的是${officeName(pack, elsewhere.office_id)}，今天${elsewhere.starts_at}。`,
    })
  }
  const next = coming.find((visit) => visit.date > today) ?? coming.at(-1)
  if (!next) return problem('not_found', { detail: '没有找到预约。可以现场取号。' })
  return problem('visit_not_today', {
    detail: `约的是${formatLocalDate(next.date as LocalDate)} ${next.starts_at}，${officeName(pack, next.office_id)}。`,
  })
}

/** Of this person, from today on, in order of time. */
function visitsOfPerson(read: Reader, deps: FindDeps, { value, today }: CounterLook): Promise<AppointmentRow[]> {
  const personIndex = personIndexOf(deps, value.toUpperCase())
  return read.sql<AppointmentRow[]>`
    SELECT * FROM appointments WHERE person_index = ${personIndex} AND date >= ${today} ORDER BY begins_at`
}

/** A number begins with month and day, so that it is one look-up in the index for each year it could be of. */
async function visitsOfNumber(read: Reader, { by, value, today }: CounterLook): Promise<AppointmentRow[]> {
  const number = by === 'qr' ? numberInQr(value) : value.replace(/\s/g, '')
  if (!VISIT_NUMBER_PATTERN.test(number)) return []
  const monthAndDay = `${number.slice(0, 2)}-${number.slice(2, 4)}`
  const year = Number(today.slice(0, 4))
  const dates = [year - 1, year, year + 1].map((each) => `${each}-${monthAndDay}`)
  return read.sql<AppointmentRow[]>`
    SELECT * FROM appointments WHERE number = ${number} AND date IN ${listOf(dates)} ORDER BY begins_at`
}

const numberInQr = (value: string): string => (value.startsWith(VISIT_QR_PREFIX) ? value.slice(VISIT_QR_PREFIX.length) : '')
