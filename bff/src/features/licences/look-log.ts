import type { LicenceType } from '@one-visit/shared/licences/rules'
import type { DepartmentLicence } from '../../departments/department-licence'
import type { Transaction } from '../../platform/database'
import type { Actor, ResidentPrincipal } from '../../platform/http/principal'
import type { LicenceDeps } from './deps'
import { recordView } from './view-log'

/** A screen that is left open asks again and again; the log says it once in this time (ms). */
const SAID_ONCE_IN = 10 * 60_000

/**
 * Whoever opens licences with a mandate sees all that is on them, shown or not: that stands in the person's log, a line for each
 * kind, before anything is handed over. Of the person's own looking nothing is kept.
 */
export async function recordLooks(
  { database, clock }: Pick<LicenceDeps, 'database' | 'clock'>,
  { accountId, actor, mandate }: ResidentPrincipal,
  licences: readonly DepartmentLicence[],
): Promise<void> {
  if (mandate === null || licences.length === 0) return
  const at = clock.now()
  await database.inTransaction(async (tx) => {
    const said = await saidSince(tx, { accountId, actor }, new Date(at.getTime() - SAID_ONCE_IN))
    const seenBy = actor.kind === 'volunteer' ? { officeId: await officeOf(tx, actor) } : null
    for (const [type, fieldKeys] of fieldsByType(licences)) {
      if (said.has(type)) continue
      const kind = actor.kind === 'volunteer' ? 'volunteer_view' : 'family_view'
      await recordView(tx, { accountId, at, kind, type, fieldKeys, presentationId: null, actedBy: actor, seenBy })
    }
  })
}

function fieldsByType(licences: readonly DepartmentLicence[]): Map<LicenceType, string[]> {
  const keys = new Map<LicenceType, string[]>()
  for (const { type, fields } of licences)
    keys.set(type, [...new Set([...(keys.get(type) ?? []), ...fields.map(({ key }) => key)])])
  return keys
}

async function saidSince(
  tx: Transaction,
  { accountId, actor }: Pick<ResidentPrincipal, 'accountId' | 'actor'>,
  since: Date,
): Promise<ReadonlySet<LicenceType>> {
  const rows = await tx.sql<{ type: LicenceType }[]>`
    SELECT DISTINCT type FROM licence_views
    WHERE account_id = ${accountId} AND actor_kind = ${actor.kind} AND actor_id = ${actor.id}
      AND kind IN ('volunteer_view', 'family_view') AND at > ${since.toISOString()}`
  return new Set(rows.map(({ type }) => type))
}

async function officeOf(tx: Transaction, { id }: Actor): Promise<string | null> {
  const [member] = await tx.sql<{ office_id: string | null }[]>`SELECT office_id FROM staff_members WHERE id = ${id}`
  return member?.office_id ?? null
}
