import { newId } from '../../../bff/src/platform/ids'
import type { Booker } from '../bookers'
import type { Store } from '../place'

/** One resident of a county that has grown, and the ids of what they have; null: nothing of the kind. */
export interface GrownPerson extends Booker {
  /** Whom they look after and whom they gave a mandate. */
  readonly next: Booker
  readonly visitId: string | null
  readonly followId: string | null
  readonly requestId: string | null
  readonly mandateId: string | null
  readonly applicationId: string | null
}

/** Every sixtieth person has one of everything; the first of them, as many at any size, are those whose requests are measured. */
export const MEASURED_EVERY = 60
export const MEASURED = 12

export const isMeasured = ({ number }: Pick<Booker, 'number'>): boolean =>
  number % MEASURED_EVERY === 0 && number < MEASURED * MEASURED_EVERY

/** Every fourth person has a visit to come; who else there is books, or leaves, while it is measured. */
export const HAS_VISIT = 4

export function makeGrown({ clock }: Pick<Store, 'clock'>, person: Booker, next: Booker): GrownPerson {
  const { number } = person
  const id = (every: number): string | null => (number % every === 0 ? newId(clock.now()) : null)
  return {
    ...person,
    next,
    visitId: id(HAS_VISIT),
    followId: id(2),
    requestId: id(5),
    mandateId: id(3),
    applicationId: id(10),
  }
}
