import type { VaccineCheckDto } from '@one-visit/shared/appointments/contract'
import { type LocalDate, localDateAt } from '@one-visit/shared/kernel/local-date'
import { parseResidentId } from '@one-visit/shared/kernel/resident-id'
import type { VaccineRule } from '../../platform/county-pack/pack-files'
import { problem } from '../../platform/errors'
import type { Sensitive } from '../../platform/sensitive'
import type { AppointmentDeps } from './deps'
import { judgeVaccine } from './vaccine-rule'

type CheckDeps = Pick<AppointmentDeps, 'pack' | 'health' | 'clock'>

/** `personIndex`: blind index of the resident ID. */
interface VaccinePerson {
  readonly residentId: Sensitive<string>
  readonly personIndex: string
}

/**
 * Whether a person may have a vaccine on a day, as the pack rules and the health department's records say. Throws `not_found`
 * for an item group that is no vaccination, and the department problems.
 */
export async function checkVaccine(
  deps: CheckDeps,
  person: VaccinePerson,
  itemGroupId: string,
  date: LocalDate,
  signal?: AbortSignal,
): Promise<VaccineCheckDto> {
  const rule = findRule(deps, itemGroupId)
  if (rule === null) throw problem('not_found', { detail: '这一类事不是打疫苗。' })
  const { residentId, personIndex } = person
  const { value: doses, asOf } = await deps.health.vaccinations({ residentId, owner: personIndex }, signal)
  return { ...judgeVaccine({ rule, birthDate: birthDateOf(deps, residentId), doses, date }), asOf: asOf.toISOString() }
}

/**
 * Throws `vaccine_not_eligible` with the reason; item groups without a vaccine rule pass unasked. It asks the health
 * department, so it comes before the transaction that books.
 */
export async function requireVaccineAllowed(
  deps: CheckDeps,
  person: VaccinePerson,
  itemGroupId: string,
  date: LocalDate,
  signal?: AbortSignal,
): Promise<void> {
  if (findRule(deps, itemGroupId) === null) return
  const { eligible, reason } = await checkVaccine(deps, person, itemGroupId, date, signal)
  if (!eligible) throw problem('vaccine_not_eligible', { detail: reason })
}

function findRule({ pack }: CheckDeps, itemGroupId: string): VaccineRule | null {
  return pack.itemGroups.find(({ id }) => id === itemGroupId)?.vaccine ?? null
}

function birthDateOf({ clock }: CheckDeps, residentId: Sensitive<string>): LocalDate {
  const parsed = parseResidentId(residentId.reveal(), localDateAt(clock.now()))
  if (!parsed.ok) throw new Error(`a person has a number that is none: ${parsed.reason}`)
  return parsed.birthDate
}
