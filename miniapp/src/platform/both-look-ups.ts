import type { LookUp } from './use-look-up'

/** Two answers that a page needs together. `join` is asked once both are there. */
export function bothLookUps<A, B, T>(one: LookUp<A>, other: LookUp<B>, join: (one: A, other: B) => T): LookUp<T> {
  return {
    data: one.data === undefined || other.data === undefined ? undefined : join(one.data, other.data),
    asOf: Math.min(one.asOf, other.asOf),
    problem: one.problem ?? other.problem,
    waiting: one.waiting || other.waiting,
    again: () => {
      one.again()
      other.again()
    },
  }
}
