import type { EntryFact, Facts } from './facts'
import { type Action, answeredId, successes } from './history'
import type { Violation } from './violation'

/** Who was told that they wait, waits or did; what was taken or left is no longer kept. */
export function checkEntries(history: readonly Action[], { entries }: Facts): Violation[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return history
    .filter((action) => successes(action).length > 0)
    .flatMap((action) => faultOf(action, byId))
    .map((what) => ({ rule: 'wrong_entry', what }))
}

function faultOf(action: Action, byId: ReadonlyMap<string, EntryFact>): string[] {
  const { kind, actor, slotId, target } = action
  if (kind === 'join') {
    const id = answeredId(action) ?? ''
    const entry = byId.get(id)
    return entry?.accountId === actor && entry.slotId === slotId
      ? []
      : [`entry ${id} of account ${actor} is not there as answered`]
  }
  const entry = byId.get(target ?? '')
  if (kind === 'accept' && entry?.status !== 'taken')
    return [`entry ${target ?? ''} was accepted and is ${entry?.status ?? 'gone'}`]
  const isKept = entry?.status === 'waiting' || entry?.status === 'offered'
  return kind === 'leave' && isKept ? [`entry ${target ?? ''} was left and is ${entry.status}`] : []
}
