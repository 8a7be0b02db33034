import type { WalletDto } from '@one-visit/shared/licences/contract'
import { LICENCE_TYPES, type LicenceType } from '@one-visit/shared/licences/rules'
import type { DepartmentLicence } from '../../departments/department-licence'
import type { Fetched } from '../../departments/gateway'
import { mandatedItems } from '../../identity/mandated-item'
import { getVerifiedPerson } from '../../identity/person'
import { Problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { LicenceDeps } from './deps'
import { compareLicences, presentLicence } from './licence-presenter'
import { recordLooks } from './look-log'
import { noteCancelled } from './note-cancelled'
import { type Answer, askSources, SOURCES } from './sources'

const NEVER_ISSUED = '没有办过，或者还没有电子证照。'

/**
 * All licences of the person, those that end soon first. A department that cannot be asked hides none of the others' licences:
 * its last copy of up to 7 days is shown with its time, and kinds without a copy are named with the reason. Under a mandate only the
 * kinds that it names.
 */
export async function viewWallet(deps: LicenceDeps, principal: ResidentPrincipal, signal: AbortSignal): Promise<WalletDto> {
  const person = await getVerifiedPerson(deps.database.read, deps.crypto, principal.accountId)
  const answers = await askSources(deps, { residentId: person.residentId, owner: person.residentIdIndex }, signal)
  const licences = licencesIn(answers)
  const kinds = mandatedItems(principal, 'show_licences')
  const mayShow = (type: LicenceType): boolean => kinds === null || kinds.includes(type)
  await noteCancelled(
    deps,
    licences.filter(({ value }) => value.state === 'cancelled').map(({ value }) => value.licenceId),
  )
  const shown = licences.filter(({ value }) => mayShow(value.type))
  await recordLooks(
    deps,
    principal,
    shown.map(({ value }) => value),
  )
  const had = new Set(licences.map(({ value }) => value.type))
  return {
    items: shown.map((licence) => presentLicence(deps, principal.accountId, licence)).sort(compareLicences),
    missing: LICENCE_TYPES.filter((type) => !had.has(type) && mayShow(type)).map((type) => explainMissing(type, answers)),
  }
}

/** Each licence once, from the first source that has it. */
function licencesIn(answers: readonly Answer[]): Fetched<DepartmentLicence>[] {
  const found = new Map<string, Fetched<DepartmentLicence>>()
  for (const answer of answers) {
    if (answer.status === 'rejected') continue
    const { value, asOf, stale } = answer.value
    for (const licence of value) {
      if (!found.has(licence.licenceId)) found.set(licence.licenceId, { value: licence, asOf, stale })
    }
  }
  return [...found.values()]
}

/** Nobody is told that they never had a licence while a department that may have it cannot be asked. */
function explainMissing(type: LicenceType, answers: readonly Answer[]): WalletDto['missing'][number] {
  for (const [at, answer] of answers.entries()) {
    if (answer.status === 'fulfilled' || !SOURCES[at]?.types.includes(type)) continue
    const error: unknown = answer.reason
    if (!(error instanceof Problem)) throw error
    return { type, reason: `${error.detail ?? '部门系统暂时不能用。'}请稍后再看。`, unavailable: true }
  }
  return { type, reason: NEVER_ISSUED, unavailable: false }
}
