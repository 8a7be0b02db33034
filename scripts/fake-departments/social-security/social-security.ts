import { localDay } from '../days'
import { type FakeDepartment, ok, textOf } from '../fake-department'
import { PEOPLE } from '../people'

interface Contributor {
  readonly months: number
  /** Codes of insurance (`aae140`) that are paid each month, and the base in yuan. */
  readonly kinds: readonly string[]
  readonly base: number
}

const CONTRIBUTORS: Readonly<Record<string, Contributor>> = {
  chenjianguo: { months: 186, kinds: ['110', '310'], base: 4308 },
  lixiaohong: { months: 132, kinds: ['170'], base: 300 },
  liuzhiqiang: { months: 29, kinds: ['110', '210', '410'], base: 4308.5 },
}

const SHOWN_MONTHS = 12

/** The social-security core system: the last twelve months, of which the newest has not arrived yet. */
export function fakeSocialSecurity(clock: () => Date): FakeDepartment {
  return {
    tif: true,
    answer: ({ path, body }) => {
      if (path !== 'contributions/query') return null
      const person = PEOPLE.find(({ residentId }) => residentId === textOf(body, 'aac002'))
      const contributor = person && CONTRIBUTORS[person.key]
      if (!contributor) return ok({ months: 0, details: [] })
      return ok({ months: contributor.months, details: details(contributor, clock()) })
    },
  }
}

function details({ kinds, base }: Contributor, now: Date): unknown[] {
  const [year = 0, month = 0] = localDay(now, 0).split('-').map(Number)
  return Array.from({ length: SHOWN_MONTHS }, (_, back) => {
    const count = year * 12 + month - 1 - back
    const aae003 = `${String(Math.floor(count / 12))}${String((count % 12) + 1).padStart(2, '0')}`
    return kinds.map((aae140) => ({ aae003, aae140, aae180: base, aae078: back === 0 ? '0' : '1' }))
  }).flat()
}
