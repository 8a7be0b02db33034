import { LICENCE_TYPES, type LicenceType } from '@one-visit/shared/licences/rules'
import type { DepartmentLicence } from '../../departments/department-licence'
import { type DepartmentId, departmentTimeout } from '../../departments/department-names'
import type { DepartmentPerson } from '../../departments/department-person'
import type { Fetched } from '../../departments/gateway'
import type { LicenceDeps } from './deps'

type Clients = Pick<LicenceDeps, 'licenceLibrary' | 'insurance' | 'health'>

/** Where licences come from; `types`: the kinds that it may have. */
interface Source {
  readonly department: DepartmentId
  readonly types: readonly LicenceType[]
  readonly fetch: (
    clients: Clients,
    person: DepartmentPerson,
    signal: AbortSignal,
  ) => Promise<Fetched<readonly DepartmentLicence[]>>
}

/** The first one to have a licence is believed about it. */
export const SOURCES: readonly Source[] = [
  {
    department: 'licence_library',
    types: LICENCE_TYPES.filter((type) => type !== 'medical_insurance'),
    fetch: ({ licenceLibrary }, person, signal) => licenceLibrary.licencesOf(person, signal),
  },
  {
    department: 'insurance',
    types: ['medical_insurance'],
    fetch: vouchersOf,
  },
  {
    // Also those of one's children.
    department: 'health',
    types: ['birth_certificate'],
    fetch: ({ health }, person, signal) => health.birthCertificates(person, signal),
  },
]

async function vouchersOf(
  { insurance }: Clients,
  person: DepartmentPerson,
  signal: AbortSignal,
): Promise<Fetched<readonly DepartmentLicence[]>> {
  const { value, ...fetched } = await insurance.eVoucher(person, signal)
  return { ...fetched, value: value ? [value] : [] }
}

/** How long the others are waited for once one source has answered; milliseconds. What comes later is there the next time. */
const PATIENCE_MS = 1_500

export type Answer = PromiseSettledResult<Fetched<readonly DepartmentLicence[]>>

/** All sources at the same time, in the order of SOURCES; one that is slow or down holds none of the others. */
export async function askSources(clients: Clients, person: DepartmentPerson, signal: AbortSignal): Promise<Answer[]> {
  const asked = SOURCES.map((source) => {
    const patience = new AbortController()
    return {
      answer: source.fetch(clients, person, AbortSignal.any([signal, patience.signal])),
      giveUp: () => {
        patience.abort(departmentTimeout(source.department))
      },
    }
  })
  const all = Promise.allSettled(asked.map(({ answer }) => answer))
  await Promise.any(asked.map(({ answer }) => answer)).catch(() => undefined)
  const timer = setTimeout(() => {
    for (const { giveUp } of asked) giveUp()
  }, PATIENCE_MS)
  try {
    return await all
  } finally {
    clearTimeout(timer)
  }
}
