import { presentSession } from '../../bff/src/features/identity/account-presenter'
import { presentCase } from '../../bff/src/features/progress/case-presenter'
import { caseIndexOf, makeFollowProof } from '../../bff/src/features/progress/follow-target'
import { mapApplication } from '../../bff/src/departments/police/mapping'
import type { Application } from '../../bff/src/departments/police/reply'
import { SEALED } from '../../bff/src/identity/person'
import { bareBook } from './bare-book'
import { bareOnce } from './bare-once'
import { type BareDeps, personFinder, type PersonRow } from './bare-people'
import { bareSlots } from './bare-slots'

const COPY = 'SELECT body, as_of FROM department_copies WHERE key = ?'
const FOLLOW = 'SELECT id FROM follows WHERE account_id = ? AND case_index = ?'
const SUBSCRIBE = `INSERT INTO message_subscriptions (account_id, template, remaining) VALUES (?, ?, 1)
  ON CONFLICT (account_id, template) DO UPDATE SET remaining = min(remaining + 1, 50) RETURNING remaining`

type Copy = { readonly body: string; readonly as_of: string }

const NO_LOG = { warn: () => undefined }

export interface BareWork {
  session(token: string): unknown
  progress(token: string): unknown
  slots(query: URLSearchParams): unknown
  subscribe(token: string, key: string, body: unknown): unknown
  book(token: string, key: string, body: unknown): unknown
}

/** The work of the requests in prepared statements; what is pure (sealing, mapping, masking) is the BFF's own. */
export function createBareWork(deps: BareDeps): BareWork {
  const person = personFinder(deps)
  const progress = bareProgress(deps)
  const subscribe = bareSubscribe(deps)
  const book = bareBook(deps)
  return {
    session: (token) => {
      const row = person(token)
      return presentSession({ ...row, id: row.sessionId }, row, deps.crypto, deps.clock.now())
    },
    progress: (token) => progress(person(token)),
    slots: bareSlots(deps),
    subscribe: (token, key, body) => subscribe(body as { template: unknown }, { accountId: person(token).id, key }),
    book: (token, key, body) => book(person(token), body as { slotId: string }, key),
  }
}

function bareProgress({ database, crypto, clock }: BareDeps): (row: PersonRow) => unknown {
  const findCopy = database.prepare<[string], Copy>(COPY)
  const findFollow = database.prepare<[string, string], { id: string }>(FOLLOW)
  return (row) => {
    const owner = row.residentIdIndex ?? ''
    const residentId = crypto.open(row.residentIdSealed ?? '', SEALED.residentId)
    const key = `${owner}/${crypto.blindIndex(`${owner}/police/idCardApplications/applications`, 'department_copy')}`
    const copy = findCopy.get(key)
    if (!copy) throw new Error('no copy')
    const reply = JSON.parse(crypto.open(copy.body, `department_copy:${key}`)) as { data: { applications: Application[] } }
    const items = reply.data.applications.map((application) => {
      const value = mapApplication(application, 'id_card', NO_LOG)
      const target = { kind: 'id_card', caseNumber: value.caseNumber, residentId, owner } as const
      const follow = findFollow.get(row.id, caseIndexOf(target, crypto))
      const followProof = follow ? null : makeFollowProof(target, crypto, clock.now())
      return presentCase({ value, asOf: new Date(copy.as_of), stale: false }, { followId: follow?.id ?? null, followProof })
    })
    return { items, missing: [] }
  }
}

function bareSubscribe(deps: BareDeps) {
  const addOne = deps.database.prepare<[string, string], { remaining: number }>(SUBSCRIBE)
  return bareOnce(deps, 'POST /v1/message-subscriptions', ({ template }: { template: unknown }, { accountId }) => {
    if (template !== 'case_changed') throw new Error('invalid')
    return { template, remaining: addOne.get(accountId, template)?.remaining ?? 0 }
  })
}
