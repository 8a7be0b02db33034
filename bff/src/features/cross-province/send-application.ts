import type { CaseOpening } from '../../departments/cases/open-case'
import { forgetCasesOf } from '../../departments/cases/client'
import { findPhone, getVerifiedPerson, type VerifiedPerson } from '../../identity/person'
import { Problem } from '../../platform/errors'
import { CrossProvinceApplication } from './application.entity'
import { type ApplicationOutcome, openContent, sealOutcome } from './application-content'
import { settledNotice } from './application-notices'
import type { CrossProvinceDeps } from './deps'
import { nextTryAfter } from './send-again'

/**
 * Sends an application that the caller has claimed, outside any transaction, and writes down what came of it. Without an answer it
 * stays on its way, to be sent again; that is safe, for the department knows it by its id.
 */
export async function sendApplication(deps: CrossProvinceDeps, id: string): Promise<void> {
  const row = await deps.database.read.findOneBy(CrossProvinceApplication, { id, state: 'sending' })
  if (!row) return
  try {
    const person = await getVerifiedPerson(deps.database.read, deps.crypto, row.accountId)
    const opening = await askDepartment(deps, row, person)
    await settle(deps, row, outcomeOf(opening), person)
  } catch (error) {
    await putOff(deps, row, error)
  }
}

async function askDepartment(
  deps: CrossProvinceDeps,
  row: CrossProvinceApplication,
  person: VerifiedPerson,
): Promise<CaseOpening> {
  const { database, crypto, cases, pack } = deps
  const content = openContent(row, crypto)
  if (!content) throw new Error('An application on its way has no content.')
  return cases.openCase({
    requestId: row.id,
    side: row.side,
    county: { division: pack.county.division, name: pack.county.name },
    applicant: { ...person, phone: await findPhone(database.read, crypto, row.accountId) },
    ...content,
  })
}

function outcomeOf(opening: CaseOpening): ApplicationOutcome {
  if (opening.kind !== 'opened') return opening
  const { caseNumber, queryPassword, acceptedBy, promisedBy } = opening
  return { kind: 'opened', caseNumber, queryPassword: queryPassword.reveal(), acceptedBy, promisedBy }
}

/** Once, whoever else was sending it meanwhile. */
async function settle(
  deps: CrossProvinceDeps,
  row: CrossProvinceApplication,
  outcome: ApplicationOutcome,
  person?: VerifiedPerson,
): Promise<void> {
  const { database, crypto, clock, outbox } = deps
  const state = outcome.kind === 'opened' ? 'opened' : 'refused'
  const sealed = sealOutcome(outcome, crypto)
  await database.inTransaction(async (tx) => {
    const settled = await tx.affected`
      UPDATE cross_province_applications
      SET state = ${state}, outcome_sealed = ${sealed}, content_sealed = '', sending_place = NULL, next_try_at = NULL,
        settled_at = ${clock.now().toISOString()}
      WHERE id = ${row.id} AND state = 'sending'`
    if (settled === 0) return
    if (person && state === 'opened') await forgetCasesOf(tx, crypto, person.residentIdIndex)
    const notice = settledNotice(deps.pack, row, outcome)
    if (notice) await outbox.enqueue(tx, { topic: 'application_settled', dedupeKey: notice.occasion, payload: notice })
  })
}

/** Unless somebody else has it by now: their attempt counts. */
async function putOff(deps: CrossProvinceDeps, row: CrossProvinceApplication, error: unknown): Promise<void> {
  const { database, clock, log } = deps
  const level = error instanceof Problem ? 'warn' : 'error'
  log[level]({ err: error, applicationId: row.id, attempts: row.attempts }, 'an application was not sent')
  const next = nextTryAfter(clock.now(), row)
  if (next === null) {
    await settle(deps, row, { kind: 'given_up' })
    return
  }
  await database.inTransaction(
    (tx) => tx.affected`
      UPDATE cross_province_applications SET next_try_at = ${next.toISOString()}
      WHERE id = ${row.id} AND state = 'sending' AND attempts = ${row.attempts}`,
  )
}
