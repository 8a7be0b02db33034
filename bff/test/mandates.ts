import { randomInt } from 'node:crypto'
import { LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import { MANDATE_OPERATIONS } from '@one-visit/shared/kernel/mandate-operation'
import { ITEM_OPERATIONS } from '@one-visit/shared/proxy/rules'
import { HelpRequest, SEALED_REQUEST } from '../src/identity/help-request.entity'
import { Mandate } from '../src/identity/mandate.entity'
import { endLapsed } from '../src/identity/mandate-ending'
import { SEALED } from '../src/identity/person'
import { ensurePersonAccount } from '../src/identity/person-account'
import type { Actor, ScopeEntry } from '../src/platform/http/principal'
import type { Transaction } from '../src/platform/database'
import { newId } from '../src/platform/ids'
import { person, signInVerified } from './people'
import { signInStaff } from './staff'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'call' | 'clock' | 'database' | 'deps' | 'fakes'>

/** Somebody who is signed in and may act for others: a verified resident, or a volunteer. */
export interface Hand {
  readonly token: string
  readonly actor: Actor
}

/** Signs a resident in who acts for their family. */
export async function familyHand(server: Server, key = 'lixiaohong'): Promise<Hand> {
  const { token } = await signInVerified(server, key)
  return { token, actor: { kind: 'resident', id: await accountOf(server, key) } }
}

/** Signs the demonstration's volunteer in. */
export async function volunteerHand(server: Server): Promise<Hand> {
  const { staffId, token } = await signInStaff(server, 'volunteer')
  return { token, actor: { kind: 'volunteer', id: staffId } }
}

/** The account of a person the fake departments know; made at a counter when they have never signed in. */
export function accountOf(server: Pick<Server, 'database' | 'deps'>, key: string): Promise<string> {
  return server.database.inTransaction(async (tx) => {
    const residentIdIndex = server.deps.crypto.blindIndex(person(key).residentId, SEALED.residentId)
    const [known] = await tx.sql<{ id: string }[]>`SELECT id FROM accounts WHERE resident_id_index = ${residentIdIndex}`
    return known?.id ?? ensurePersonAccount(tx, server.deps, person(key))
  })
}

/** Every operation, with all that can be named for it. */
export function everything({ deps }: Pick<Server, 'deps'>): ScopeEntry[] {
  const items = { book_visits: deps.pack.itemGroups.map(({ id }) => id), show_licences: LICENCE_TYPES }
  return MANDATE_OPERATIONS.map((operation) => ({
    operation,
    items: ITEM_OPERATIONS.includes(operation) ? items[operation as keyof typeof items] : null,
  }))
}

interface Given {
  readonly to: Hand
  /** Everything unless said. */
  readonly scope?: readonly ScopeEntry[]
  /** Active unless said; one that has ended was given back. */
  readonly status?: Mandate['status']
  /** Milliseconds; a week unless said. */
  readonly lasts?: number
}

/** A mandate of `key` as if they had agreed to it, for a volunteer with a task that is theirs. Answers with its id. */
export async function giveMandate(server: Server, key: string, { to, scope, status = 'active', lasts }: Given): Promise<string> {
  const accountId = await accountOf(server, key)
  const now = server.clock.now()
  const at = now.toISOString()
  return server.database.inTransaction(async (tx) => {
    const id = newId(now)
    await endLapsed(tx, { accountId, actorId: to.actor.id }, now)
    const agreed = status === 'active' || status === 'ended'
    await tx.insert(Mandate, {
      ...{ id, accountId, status, number: tenDigits(), actorKind: to.actor.kind, actorId: to.actor.id, days: 7 },
      scope: JSON.stringify(scope ?? everything(server)),
      ...{ evidence: agreed ? 'app' : null, startsAt: agreed ? at : null },
      ...{ askedByKind: to.actor.kind, askedById: to.actor.id, askedAt: at },
      expiresAt: new Date(now.getTime() + (lasts ?? 7 * 86_400_000)).toISOString(),
      ...{ endedAt: status === 'ended' ? at : null, ending: status === 'ended' ? 'actor' : null },
      taskId: to.actor.kind === 'volunteer' ? await openTask(server, tx, accountId, to.actor.id) : null,
    })
    return id
  })
}

const tenDigits = (): string => String(randomInt(1_000_000_000, 10_000_000_000))

/** Like one that was taken by this volunteer a moment ago. */
async function openTask({ clock, deps }: Server, tx: Transaction, accountId: string, volunteerId: string): Promise<string> {
  const now = clock.now()
  const at = now.toISOString()
  const id = newId(now)
  const open = await tx.findBy(HelpRequest, { accountId })
  await tx.insert(HelpRequest, {
    ...{ id, accountId, number: tenDigits(), askedByKind: 'resident', askedById: accountId, topic: 'other', way: 'phone' },
    ...{
      wordsSealed: deps.crypto.seal('', SEALED_REQUEST.words),
      phoneSealed: deps.crypto.seal('', SEALED_REQUEST.phone),
      officeId: 'hall',
    },
    ...{ date: at.slice(0, 10), part: 'any', status: 'accepted', promisedBy: at.slice(0, 10), volunteerId },
    ...{ openPlace: [1, 2, 3].find((place) => open.every(({ openPlace }) => openPlace !== place)) ?? null },
    ...{ openedAt: at, acceptedAt: at },
  })
  return id
}

/** Changes a mandate where it stands. */
export async function changeMandate(server: Pick<Server, 'database'>, id: string, changes: Partial<Mandate>): Promise<void> {
  await server.database.inTransaction(async (tx) => {
    await tx.update(Mandate, { id }, changes)
  })
}
