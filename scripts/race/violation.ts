/** Something that must never be, with the ids to look for. */
export interface Violation {
  readonly rule: Rule
  readonly what: string
}

export const RULES = {
  overbooked: 'never more people than places',
  counts: 'booked, held and ordinary say what the rows say',
  missing_visit: 'every visit that was answered is there, for the right person and time',
  unclaimed_visit: 'every visit that is there was asked for',
  wrong_status: 'a visit is what its last answer said',
  wrong_entry: 'who was told to wait waits, and what was taken or left is not kept',
  unexplained_end: 'no visit ends unless somebody ended it',
  one_of_a_group: 'one active visit a person and item group, three in all',
  broken_move: 'a move gives up the old place and takes the new one together, or neither',
  one_key_one_effect: 'one idempotency key, one effect',
  overdue_place: 'no place is kept beyond its time',
  passed_over: 'nobody waits for a free place, or for what has begun',
  closed_day: 'nobody is left behind in a closed day',
  audit_missing: 'everything that was done is in the audit, once',
  audit_chain: 'the chain of the audit holds',
  failed_inside: 'no request fails inside',
} as const

export type Rule = keyof typeof RULES

/** The items by a name of theirs. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = nameOf(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}
