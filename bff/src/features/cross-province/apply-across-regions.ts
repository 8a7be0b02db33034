import type { ApplicationDto, ApplyAcrossRegionsInput } from '@one-visit/shared/cross-province/contract'
import type { z } from 'zod'
import type { SingleFlight } from '../../departments/single-flight'
import { actedBy } from '../../identity/acted-by'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { Once } from '../../platform/http/handler-types'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { type ApplicationContent, openOutcome } from './application-content'
import { checkAnswers } from './check-answers'
import type { CrossProvinceDeps } from './deps'
import { getAcrossItem, getRegion } from './find-in-pack'
import { keepApplication, type NewApplication } from './keep-application'
import { getApplication, presentFor } from './own-applications'
import { formInWords, placeWords } from './place-words'
import { sendApplication } from './send-application'

type Input = z.output<typeof ApplyAcrossRegionsInput>

export interface ApplyCall {
  readonly principal: ResidentPrincipal
  readonly input: Input
  readonly once: Once
  readonly requestId: string
}

export interface ApplyDeps extends CrossProvinceDeps {
  /** Of this process: a second tap waits for the answer that the first is waiting for. */
  readonly flights: SingleFlight
}

/**
 * Keeps the application, then asks the department. Without an answer it is kept on its way. Throws `not_found` for what is not
 * applied for online, `invalid_input` for the answers, `already_applied`.
 */
export async function applyAcrossRegions(deps: ApplyDeps, call: ApplyCall): Promise<ApplicationDto> {
  const { principal, input, once } = call
  const application = { principal, regionId: input.region, side: input.side, content: contentOf(deps, input) }
  const kept: string[] = []
  const { id } = await once(async (tx) => {
    const keptId = await keepApplication(deps, tx, application)
    await writeDown(deps, tx, { ...call, application, id: keptId })
    kept.push(keptId)
    return { id: keptId }
  })
  // What came before under this key is on its way already, from here or from another process, or has its answer.
  await (kept.includes(id) ? deps.flights.run(id, () => sendApplication(deps, id)) : deps.flights.join(id))
  const row = await getApplication(deps, principal, id)
  if (openOutcome(row, deps.crypto)?.kind === 'already_applied') throw problem('already_applied')
  return presentFor(deps, principal, row)
}

function contentOf({ pack }: CrossProvinceDeps, { region: regionId, item: itemId, side, answers }: Input): ApplicationContent {
  const region = getRegion(pack, regionId)
  const { item, entry } = getAcrossItem(pack, region, itemId, side)
  if (!entry.form) throw problem('not_found', { detail: '这件事不在手机上申请，请到窗口办。' })
  const form = formInWords(entry.form, placeWords(pack, region, side))
  return {
    item: { id: item.id, name: item.name, code: item.code, department: item.department },
    region: { division: region.division, name: region.name },
    answers: checkAnswers(form, answers),
  }
}

interface Kept extends ApplyCall {
  readonly application: NewApplication
  readonly id: string
}

function writeDown(
  { clock }: CrossProvinceDeps,
  tx: Parameters<typeof appendAudit>[0],
  { principal, requestId, application, id }: Kept,
): Promise<void> {
  const { content, regionId, side } = application
  return appendAudit(tx, {
    event: 'applied_across_regions',
    ...actedBy(principal),
    subject: id,
    data: { item: content.item.id, region: regionId, side },
    requestId,
    at: clock.now(),
  })
}
