import { randomInt } from 'node:crypto'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { CONSENT_HOURS } from '@one-visit/shared/proxy/rules'
import { Mandate } from '../../../identity/mandate.entity'
import { endLapsed, endMandate } from '../../../identity/mandate-ending'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import { newId } from '../../../platform/ids'
import { requireMayAsk } from './asked-today'
import { lockSides, requireRoom } from './mandate-limits'

export type WantedMandate = Pick<
  Mandate,
  'accountId' | 'actorKind' | 'actorId' | 'scope' | 'days' | 'askedByKind' | 'askedById' | 'taskId'
> & {
  /** Both are there: the person is asked to their face. */
  readonly faceToFace: boolean
}

const HOUR_MS = 3_600_000
/** A number that was drawn already. */
const MOST_DRAWS = 5

/**
 * The mandate that waits for the person's consent. Asking for the same again is the same mandate; asking for something else while
 * one waits replaces it, so that nobody agrees to what they have not read. Throws `mandate_limit_reached`, and `too_many_attempts`
 * for whoever asks the same person all day.
 */
export async function placeMandate(tx: Transaction, wanted: WantedMandate, now: Date): Promise<Mandate> {
  await lockSides(tx, wanted)
  await endLapsed(tx, wanted, now)
  const same = await findSame(tx, wanted)
  if (same && same.scope === wanted.scope && same.days === wanted.days) return same
  if (same?.status === 'active')
    throw problem('mandate_limit_reached', { detail: '已经有一份有效的委托。要改内容，请先结束原来的，再重新申请。' })
  if (same) await endMandate(tx, same.id, 'actor', { now, by: { actor: actorOf(wanted) } })
  await requireRoom(tx, wanted, 'asking')
  if (!wanted.faceToFace) await requireMayAsk(tx, wanted, now)
  return insert(tx, wanted, now)
}

const actorOf = ({ askedByKind, askedById }: WantedMandate) => ({ kind: askedByKind, id: askedById })

/** At most one: the unique index `mandates_one`. */
async function findSame(tx: Transaction, { accountId, actorId, taskId }: WantedMandate): Promise<Mandate | null> {
  const live = await tx.findBy(Mandate, { accountId, actorId })
  return live.find((one) => one.taskId === taskId && (one.status === 'pending' || one.status === 'active')) ?? null
}

async function insert(tx: Transaction, wanted: WantedMandate, now: Date): Promise<Mandate> {
  const { accountId, actorKind, actorId, scope, days, askedByKind, askedById, taskId } = wanted
  const id = newId(now)
  const lapses = new Date(now.getTime() + CONSENT_HOURS * HOUR_MS).toISOString()
  for (let draw = 1; draw <= MOST_DRAWS; draw += 1) {
    const inserted = await tx.sql<object[]>`
      INSERT INTO mandates (id, number, account_id, actor_kind, actor_id, scope, days, status, asked_by_kind, asked_by_id, asked_at,
        expires_at, task_id)
      VALUES (${id}, ${newNumber(now)}, ${accountId}, ${actorKind}, ${actorId}, ${scope}, ${days}, 'pending', ${askedByKind},
        ${askedById}, ${now.toISOString()}, ${lapses}, ${taskId})
      ON CONFLICT (number) DO NOTHING RETURNING id`
    if (inserted.length > 0) return tx.findOneByOrFail(Mandate, { id })
  }
  throw new Error('No number was free for a mandate.')
}

/** Month and day, then six random digits: short enough to read out, and not to be counted through. */
const newNumber = (now: Date): string =>
  `${localDateAt(now).slice(5).replace('-', '')}${String(randomInt(1_000_000)).padStart(6, '0')}`
