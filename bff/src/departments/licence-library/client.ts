import type { Clock } from '../../platform/clock'
import type { Logger } from '../../platform/logger'
import type { Sensitive } from '../../platform/sensitive'
import type { DepartmentLicence, LicenceState } from '../department-licence'
import type { Refusal } from '../department-call'
import { departmentInvalidReply } from '../department-names'
import type { DepartmentPerson } from '../department-person'
import type { Fetched, Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { isAnothers, mapCertificate, mapStates } from './mapping'
import { type Certificate, CertificateReply, CertificatesReply, StatesReply } from './reply'

/** The provincial library of electronic licences. Every call throws the department problems. */
export interface LicenceLibraryClient {
  /** All licences that the person holds, each in full; the last copy of up to 7 days when the library cannot be asked. */
  licencesOf(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<readonly DepartmentLicence[]>>
  /** One of them; null when it is not this person's. The last copy of up to 7 days when the library cannot be asked. */
  licence(person: DepartmentPerson, licenceId: string, signal?: AbortSignal): Promise<Fetched<DepartmentLicence | null>>
  /**
   * Whether electronic licences hold now, by their ids; never from a copy. It knows those of other departments too (e-vouchers,
   * birth certificates). What it does not know counts as cancelled: nobody vouches for it.
   */
  stateOf(licenceIds: readonly string[], signal?: AbortSignal): Promise<Fetched<ReadonlyMap<string, LicenceState>>>
}

/** The library's number for a certificate that this holder does not have. */
const NO_SUCH_CERTIFICATE = 60404
/** The library answers so many certificates in one call. */
const STATES_AT_ONCE = 200

interface Deps {
  readonly gateway: Gateway
  readonly clock: Clock
  readonly log: Pick<Logger, 'warn'>
}

export function createLicenceLibraryClient(deps: Deps): LicenceLibraryClient {
  return {
    licencesOf: (person, signal) => licencesOf(deps, person, signal),
    licence: (person, licenceId, signal) => licence(deps, { person, licenceId, signal }),
    async stateOf(licenceIds, signal) {
      const asked = [...new Set(licenceIds)]
      const parts: Fetched<ReadonlyMap<string, LicenceState>>[] = []
      for (let from = 0; from < asked.length; from += STATES_AT_ONCE)
        parts.push(await statesOf(deps, asked.slice(from, from + STATES_AT_ONCE), signal))
      const value = new Map(parts.flatMap((part) => [...part.value]))
      // As old as its oldest part.
      return { value, asOf: parts[0]?.asOf ?? deps.clock.now(), stale: false }
    },
  }
}

async function licencesOf(
  { gateway, clock, log }: Deps,
  { residentId, owner }: DepartmentPerson,
  signal: AbortSignal | undefined,
): Promise<Fetched<readonly DepartmentLicence[]>> {
  const fetched = await gateway.call({
    department: 'licence_library',
    operation: 'licencesOf',
    method: 'POST',
    path: 'certificates/list',
    body: { holderIdentityNum: residentId.reveal() },
    schema: CertificatesReply,
    refusal: (reply) => refuseUnknown('licence_library', [])(reply) ?? refuseAnothers(reply.data?.rows ?? [], residentId),
    cacheKey: { owner, question: 'licences' },
    signal,
  })
  if (fetched.value.data === null) throw departmentInvalidReply('licence_library', 'no data')
  const today = clock.now()
  return { ...fetched, value: fetched.value.data.rows.flatMap((row) => mapCertificate(row, today, log) ?? []) }
}

/** What answers another question is refused before it is kept as this person's copy. */
function refuseAnothers(rows: readonly Certificate[], residentId: Sensitive<string>, licenceId?: string): Refusal | null {
  const another = rows.some(
    (row) => isAnothers(row, residentId.reveal()) || (licenceId !== undefined && row.certificateIdentifier !== licenceId),
  )
  return another ? { problem: departmentInvalidReply('licence_library', 'a licence that was not asked for'), again: false } : null
}

interface Asked {
  readonly person: DepartmentPerson
  readonly licenceId: string
  readonly signal: AbortSignal | undefined
}

async function licence(
  { gateway, clock, log }: Deps,
  { person: { residentId, owner }, licenceId, signal }: Asked,
): Promise<Fetched<DepartmentLicence | null>> {
  const fetched = await gateway.call({
    department: 'licence_library',
    operation: 'licence',
    method: 'POST',
    path: 'certificates/detail',
    body: { holderIdentityNum: residentId.reveal(), certificateIdentifier: licenceId },
    schema: CertificateReply,
    refusal: (reply) =>
      refuseUnknown('licence_library', [NO_SUCH_CERTIFICATE])(reply) ??
      refuseAnothers(reply.data ? [reply.data.row] : [], residentId, licenceId),
    cacheKey: { owner, question: `licence/${licenceId}` },
    signal,
  })
  const row = fetched.value.data?.row
  return { ...fetched, value: row ? mapCertificate(row, clock.now(), log) : null }
}

async function statesOf(
  { gateway }: Deps,
  licenceIds: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Fetched<ReadonlyMap<string, LicenceState>>> {
  const fetched = await gateway.call({
    department: 'licence_library',
    operation: 'licenceState',
    method: 'POST',
    path: 'certificates/states',
    body: { certificateIdentifiers: licenceIds },
    schema: StatesReply,
    refusal: refuseUnknown('licence_library', []),
    signal,
  })
  const value = mapStates(fetched.value.data?.states ?? [], licenceIds)
  if (value === null) throw departmentInvalidReply('licence_library', 'a state is missing')
  return { ...fetched, value }
}
