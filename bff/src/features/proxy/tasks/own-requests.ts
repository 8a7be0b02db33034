import { In } from 'typeorm'
import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import { HelpRequest } from '../../../identity/help-request.entity'
import type { Reader } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { ResidentPrincipal } from '../../../platform/http/principal'
import type { TaskDeps } from './deps'
import { type PresenterDeps, presentRequests } from './request-presenter'

type Deps = PresenterDeps & Pick<TaskDeps, 'database'>

const LONGEST_LIST = 100

/** Requests for this person, and those they made for somebody of the family, newest first. */
export async function listRequests(deps: Deps, { accountId }: ResidentPrincipal): Promise<{ items: HelpRequestDto[] }> {
  const { read } = deps.database
  return { items: await presentRequests(deps, read, await findOwnRequests(read, accountId, deps.clock.now())) }
}

/** Throws `not_found` for anybody else's. */
export async function viewRequest(deps: Deps, { accountId }: ResidentPrincipal, id: string): Promise<HelpRequestDto> {
  const { read } = deps.database
  const [shown] = await presentRequests(deps, read, await findOwnRequests(read, accountId, deps.clock.now(), id))
  if (!shown) throw problem('not_found')
  return shown
}

/** The request, for whom it concerns; throws `not_found`. */
export async function getOwnRequest(read: Reader, accountId: string, now: Date, id: string): Promise<HelpRequest> {
  const [request] = await findOwnRequests(read, accountId, now, id)
  if (!request) throw problem('not_found')
  return request
}

/** What was asked for somebody of the family is shown while they are of the family: a removal holds for the very next request. */
async function findOwnRequests(read: Reader, accountId: string, now: Date, id: string | null = null): Promise<HelpRequest[]> {
  const rows = await read.sql<{ id: string }[]>`
    SELECT r.id FROM help_requests r
    WHERE (r.account_id = ${accountId} OR (r.asked_by_kind = 'resident' AND r.asked_by_id = ${accountId} AND EXISTS (
        SELECT 1 FROM family_members f JOIN accounts person ON person.resident_id_index = f.person_index
        WHERE f.account_id = ${accountId} AND person.id = r.account_id AND f.status = 'active'
          AND (f.ends_at IS NULL OR f.ends_at > ${now.toISOString()}))))
      AND (${id === null ? 1 : 0} = 1 OR r.id = ${id ?? ''})
    ORDER BY r.id DESC LIMIT ${LONGEST_LIST}`
  if (rows.length === 0) return []
  return read.find(HelpRequest, { where: { id: In(rows.map((row) => row.id)) }, order: { id: 'DESC' } })
}
