import type { SlotListDto } from '@one-visit/shared/appointments/contract'
import { isLocalDate } from '@one-visit/shared/kernel/local-date'
import { PreparedReply } from '../../platform/http/prepared-reply'
import type { Shortcut } from '../../platform/http/shortcut'
import type { SlotPlace } from './deps'
import { listSlots, type SlotListDeps, type SlotListQuery } from './slot-list'

export interface SlotLists {
  /** The written reply of `GET /v1/slots`. Throws `not_found`. */
  get(query: SlotListQuery): Promise<PreparedReply<SlotListDto>>
  /** The written reply when it is at hand. */
  find(query: SlotListQuery): PreparedReply<SlotListDto> | null
  /** To be told after each commit that changed a slot. */
  changed(place: SlotPlace): void
}

/**
 * Milliseconds. What changes without a word to this process (other processes' bookings, a slot that begins, the 24 hours of the
 * kept places) shows so much later at most.
 */
const KEPT_MS = 1000
/** Two weeks of every office and group of a large county, at 2 KB each; the oldest goes first. */
const MOST_LISTS = 5000

interface Entry {
  /** When its rows were read, or before; milliseconds since 1970. */
  readonly readAt: number
  readonly reading: Promise<PreparedReply<SlotListDto>>
  reply: PreparedReply<SlotListDto> | null
}

/** Keeps the lists of free times as they are sent, `mostLists` of them. Concurrent misses share one query. */
export function createSlotLists(deps: SlotListDeps, mostLists = MOST_LISTS): SlotLists {
  const entries = new Map<string, Entry>()

  const findEntry = (key: string): Entry | null => {
    const entry = entries.get(key)
    if (!entry) return null
    const age = deps.clock.now().getTime() - entry.readAt
    return age >= 0 && age < KEPT_MS ? entry : null
  }

  const read = (key: string, query: SlotListQuery): Entry => {
    const readAt = deps.clock.now().getTime()
    const reading = listSlots(deps, query).then((list) => PreparedReply.of(list))
    const entry: Entry = { readAt, reading, reply: null }
    // Deleted first, so that the order of the map is the order of age.
    entries.delete(key)
    entries.set(key, entry)
    if (entries.size > mostLists) forgetOldest(entries)
    reading.then(
      (reply) => (entry.reply = reply),
      () => entries.get(key) === entry && entries.delete(key),
    )
    return entry
  }

  return {
    get: (query) => {
      const key = keyOf(query.office, query.itemGroup, query.date)
      return (findEntry(key) ?? read(key, query)).reading
    },
    find: ({ office, itemGroup, date }) => findEntry(keyOf(office, itemGroup, date))?.reply ?? null,
    // Forgotten also while it is being read: those who ask from now on must see the change, and it may have read too early.
    changed: ({ officeId, itemGroup, date }) => void entries.delete(keyOf(officeId, itemGroup, date)),
  }
}

const keyOf = (office: string, itemGroup: string, date: string): string => `${office} ${itemGroup} ${date}`

function forgetOldest(entries: Map<string, Entry>): void {
  const oldest = entries.keys().next()
  if (!oldest.done) entries.delete(oldest.value)
}

/** The address as the app writes it; any other goes the long way, which also says what is wrong with it. */
const ADDRESS = /^\/v1\/slots\?office=([a-z0-9-]{1,40})&itemGroup=([a-z0-9-]{1,40})&date=(\d{4}-\d\d-\d\d)$/

/** Lists are sent before Koa, at hand or not: on the morning when a day opens, each booking changes one. */
export function slotListShortcut(slotLists: Pick<SlotLists, 'find' | 'get'>): Shortcut {
  return {
    endpoint: 'GET /v1/slots',
    find: (url) => {
      const [, office = '', itemGroup = '', date = ''] = ADDRESS.exec(url) ?? []
      if (!isLocalDate(date)) return null
      const query = { office, itemGroup, date }
      return () => slotLists.find(query) ?? slotLists.get(query)
    },
  }
}
