import { presentSession } from '../../bff/src/features/identity/account-presenter'
import { bareBook } from './bare-book'
import { bareOnce } from './bare-once'
import { type BareDeps, personFinder } from './bare-people'
import { bareProgress } from './bare-progress'
import { bareSearch } from './bare-search'
import { bareSlots } from './bare-slots'
import { bareWallet } from './bare-wallet'

const SUBSCRIBE = `INSERT INTO message_subscriptions (account_id, template, remaining) VALUES (?, ?, 1)
  ON CONFLICT (account_id, template) DO UPDATE SET remaining = min(remaining + 1, 50) RETURNING remaining`

export interface BareWork {
  session(token: string): unknown
  progress(token: string): Promise<unknown>
  wallet(token: string): unknown
  slots(query: URLSearchParams): unknown
  search(query: URLSearchParams): unknown
  subscribe(token: string, key: string, body: unknown): unknown
  book(token: string, key: string, body: unknown): unknown
}

/** The work of the requests in prepared statements; what is pure (sealing, mapping, masking) is the BFF's own. */
export function createBareWork(deps: BareDeps, departmentsUrl: string): BareWork {
  const person = personFinder(deps)
  const progress = bareProgress(deps, departmentsUrl)
  const wallet = bareWallet(deps)
  const subscribe = bareSubscribe(deps)
  const book = bareBook(deps)
  return {
    session: (token) => {
      const row = person(token)
      return presentSession({ ...row, id: row.sessionId }, row, deps.crypto, deps.clock.now())
    },
    progress: (token) => progress(person(token)),
    wallet: (token) => wallet(person(token)),
    slots: bareSlots(deps),
    search: bareSearch(deps),
    subscribe: (token, key, body) => subscribe(body as { template: unknown }, { accountId: person(token).id, key }),
    book: (token, key, body) => book(person(token), body as { slotId: string }, key),
  }
}

function bareSubscribe(deps: BareDeps) {
  const addOne = deps.database.prepare<[string, string], { remaining: number }>(SUBSCRIBE)
  return bareOnce(deps, 'POST /v1/message-subscriptions', ({ template }: { template: unknown }, { accountId }) => {
    if (template !== 'case_changed') throw new Error('invalid')
    return { template, remaining: addOne.get(accountId, template)?.remaining ?? 0 }
  })
}
