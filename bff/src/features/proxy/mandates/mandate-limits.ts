import { MANDATE_LIMIT } from '@one-visit/shared/proxy/rules'
import type { Mandate } from '../../../identity/mandate.entity'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'

type Sides = Pick<Mandate, 'accountId' | 'actorKind' | 'actorId'>

/**
 * Keeps the person and the one who acts from being counted by anybody else until this transaction ends: whoever comes second
 * waits, and counts what the first has done. Throws `not_found` when one of them is gone.
 */
export async function lockSides(tx: Transaction, { accountId, actorKind, actorId }: Sides): Promise<void> {
  const accounts = actorKind === 'resident' ? [accountId, actorId] : [accountId]
  const found = await tx.lockRows('accounts', accounts)
  const staff = actorKind === 'volunteer' ? await tx.lockRows<{ left_at: string | null }[]>('staff_members', [actorId]) : null
  if (found.length < accounts.length || (staff && staff[0]?.left_at !== null)) throw problem('not_found')
}

/**
 * Throws `mandate_limit_reached`; call it under `lockSides`, when what has lapsed is ended. Asking counts what still waits for the
 * one who asks, not for the person: requests of others must not keep anybody from giving a mandate.
 */
export async function requireRoom(tx: Transaction, sides: Sides, when: 'asking' | 'agreeing'): Promise<void> {
  const { accountId, actorKind, actorId } = sides
  const waiting = when === 'asking' ? 'pending' : 'active'
  const [counted] = await tx.sql<{ given: number; held: number }[]>`
    SELECT CAST(COALESCE(SUM(CASE WHEN account_id = ${accountId} AND status = 'active' THEN 1 ELSE 0 END), 0) AS integer) AS given,
      CAST(COALESCE(SUM(CASE WHEN actor_id = ${actorId} THEN 1 ELSE 0 END), 0) AS integer) AS held
    FROM mandates WHERE (account_id = ${accountId} OR actor_id = ${actorId}) AND status IN ('active', ${waiting})`
  const most = actorKind === 'volunteer' ? MANDATE_LIMIT.heldByVolunteer : MANDATE_LIMIT.heldByFamily
  if ((counted?.given ?? 0) >= MANDATE_LIMIT.given)
    throw problem('mandate_limit_reached', { detail: `本人已经给出 ${MANDATE_LIMIT.given} 份有效的委托。` })
  if ((counted?.held ?? 0) >= most)
    throw problem('mandate_limit_reached', { detail: `代办人手上的委托已经有 ${most} 份，包括等本人同意的。` })
}
