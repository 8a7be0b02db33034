import type { ApplicationDto, ApplicationListDto } from '@one-visit/shared/cross-province/contract'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { CrossProvinceApplication } from './application.entity'
import { presentApplication } from './application-presenter'
import type { CrossProvinceDeps } from './deps'

/** Years of them; the rest is in the export. */
const SHOWN = 100

/** The person's own; to somebody who acts for them, what they themselves sent. */
const visibleTo = ({ accountId, actor, mandate }: ResidentPrincipal) =>
  mandate === null ? { accountId } : { accountId, actorKind: actor.kind, actorId: actor.id }

export async function listApplications(deps: CrossProvinceDeps, principal: ResidentPrincipal): Promise<ApplicationListDto> {
  const where = visibleTo(principal)
  const rows = await deps.database.read.find(CrossProvinceApplication, { where, order: { id: 'DESC' }, take: SHOWN })
  return { items: rows.map((row) => presentFor(deps, principal, row)) }
}

export async function viewApplication(
  deps: CrossProvinceDeps,
  principal: ResidentPrincipal,
  id: string,
): Promise<ApplicationDto> {
  return presentFor(deps, principal, await getApplication(deps, principal, id))
}

/** Throws `not_found`, also for anybody else's. */
export async function getApplication(
  { database }: Pick<CrossProvinceDeps, 'database'>,
  principal: ResidentPrincipal,
  id: string,
): Promise<CrossProvinceApplication> {
  const row = await database.read.findOneBy(CrossProvinceApplication, { id, ...visibleTo(principal) })
  if (!row) throw problem('not_found')
  return row
}

export const presentFor = (
  deps: CrossProvinceDeps,
  { mandate }: ResidentPrincipal,
  row: CrossProvinceApplication,
): ApplicationDto => presentApplication(deps, row, mandate === null)
