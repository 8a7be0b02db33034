import { mapApplication } from '../../bff/src/departments/police/mapping'
import type { Application } from '../../bff/src/departments/police/reply'
import { createTransport } from '../../bff/src/departments/transport'
import { presentCase } from '../../bff/src/features/progress/case-presenter'
import { caseIndexOf, makeFollowProof } from '../../bff/src/features/progress/follow-target'
import { SEALED } from '../../bff/src/identity/person'
import { sensitive } from '../../bff/src/platform/sensitive'
import { bareCopies } from './bare-copies'
import type { BareDeps, PersonRow } from './bare-people'

const FOLLOW = 'SELECT id FROM follows WHERE account_id = ? AND case_index = ?'

const NO_LOG = { warn: () => undefined }
const CONNECTIONS = 16
const ACCOUNT = { paasId: 'one-visit', token: sensitive('demo-tif-token') }

/** The cases from a fresh copy, or from the department, whose answer is kept in a commit of its own. */
export function bareProgress(deps: BareDeps, departmentsUrl: string): (row: PersonRow) => Promise<unknown> {
  const { database, crypto, clock } = deps
  const findFollow = database.prepare<[string, string], { id: string }>(FOLLOW)
  const copies = bareCopies(deps)
  const police = createTransport('police', { baseUrl: `${departmentsUrl}/police`, tif: ACCOUNT }, CONNECTIONS, clock)
  return async (row) => {
    const owner = row.residentIdIndex ?? ''
    const residentId = crypto.open(row.residentIdSealed ?? '', SEALED.residentId)
    const key = copies.keyOf(owner, 'police/idCardApplications/applications')
    const copy = copies.find(key)
    const text = copy?.text ?? (await police.send(questionOf(residentId), new AbortController().signal))
    const asOf = copy?.asOf ?? copies.keep(key, text)
    const { data } = JSON.parse(text) as { data: { applications: Application[] } }
    const items = data.applications.map((application) => {
      const value = mapApplication(application, 'id_card', NO_LOG)
      const target = { kind: 'id_card', caseNumber: value.caseNumber, residentId, owner } as const
      const follow = findFollow.get(row.id, caseIndexOf(target, crypto))
      const followProof = follow ? null : makeFollowProof(target, crypto, clock.now())
      return presentCase({ value, asOf, stale: false }, { followId: follow?.id ?? null, followProof })
    })
    return { items, missing: [] }
  }
}

const questionOf = (residentId: string) =>
  ({ method: 'POST', path: 'id-card/applications', body: { idNumber: residentId } }) as const
