import type { DepartmentLicence } from '../department-licence'
import { departmentInvalidReply } from '../department-names'
import type { DepartmentPerson } from '../department-person'
import type { Fetched, Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import type { CodedReply } from '../tif'
import type { z } from 'zod'
import {
  type HealthCode,
  type HealthTest,
  mapBirthCertificate,
  mapHealthCode,
  mapTests,
  mapVaccinations,
  type Vaccination,
} from './mapping'
import { BirthCertificatesReply, HealthCodeReply, TestsReply, VaccinationsReply } from './reply'

/** The health department. Every call throws the department problems. */
export interface HealthClient {
  /** The doses that a person has had, oldest first; never from an old copy, because it decides who may have the next one. */
  vaccinations(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<readonly Vaccination[]>>
  /** The same only to be shown: the last copy of up to 24 hours when the department cannot be asked. */
  vaccinationsToShow(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<readonly Vaccination[]>>
  /** The health code; null when the person has none. The last copy of up to 24 hours when the department cannot be asked. */
  code(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<HealthCode | null>>
  /** The last tests, newest first; the last copy of up to 24 hours when the department cannot be asked. */
  tests(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<readonly HealthTest[]>>
  /**
   * Birth certificates (type `birth_certificate`) in which the person is the child or a parent; the holder is the child. The last
   * copy of up to 7 days when the department cannot be asked.
   */
  birthCertificates(person: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<readonly DepartmentLicence[]>>
}

/** The department's number for somebody without a health code. */
const NO_CODE = 10404

export function createHealthClient({ gateway }: { readonly gateway: Gateway }): HealthClient {
  const ask = listQuestion(gateway)
  const doses = { path: 'vaccinations/list', schema: VaccinationsReply, read: mapVaccinations } as const
  return {
    vaccinations: ask({ ...doses, operation: 'vaccinations' }),
    vaccinationsToShow: ask({ ...doses, operation: 'vaccinationsToShow' }),
    code: (person, signal) => code(gateway, person, signal),
    tests: ask({ operation: 'tests', path: 'tests/list', schema: TestsReply, read: mapTests }),
    birthCertificates: ask({
      operation: 'birthCertificates',
      path: 'births/certificates',
      schema: BirthCertificatesReply,
      read: ({ certificates }) => certificates.map(mapBirthCertificate),
    }),
  }
}

interface ListQuestion<R, T> {
  readonly operation: 'vaccinations' | 'vaccinationsToShow' | 'tests' | 'birthCertificates'
  readonly path: string
  readonly schema: z.ZodType<CodedReply<R>>
  readonly read: (reply: R) => readonly T[]
}

/** Questions that are answered by a list, empty for somebody whom the department does not know. */
function listQuestion(gateway: Gateway) {
  return <R, T>({ operation, path, schema, read }: ListQuestion<R, T>) =>
    async ({ residentId, owner }: DepartmentPerson, signal?: AbortSignal): Promise<Fetched<readonly T[]>> => {
      const fetched = await gateway.call({
        department: 'health',
        operation,
        method: 'POST',
        path,
        body: { idNumber: residentId.reveal() },
        schema,
        refusal: refuseUnknown('health', []),
        cacheKey: { owner, question: operation },
        signal,
      })
      if (fetched.value.data === null) throw departmentInvalidReply('health', 'no data')
      return { ...fetched, value: read(fetched.value.data) }
    }
}

const hasEnded = ({ expiresAt }: HealthCode, now: Date): boolean => expiresAt !== null && Date.parse(expiresAt) <= now.getTime()

async function code(
  gateway: Gateway,
  { residentId, owner }: DepartmentPerson,
  signal: AbortSignal | undefined,
): Promise<Fetched<HealthCode | null>> {
  const fetched = await gateway.call({
    department: 'health',
    operation: 'code',
    method: 'POST',
    path: 'health-code/query',
    body: { idNumber: residentId.reveal() },
    schema: HealthCodeReply,
    refusal: refuseUnknown('health', [NO_CODE]),
    cacheKey: { owner, question: 'code' },
    holdsAt: ({ data }, now) => !data || !hasEnded(mapHealthCode(data), now),
    signal,
  })
  const { data } = fetched.value
  return { ...fetched, value: data ? mapHealthCode(data) : null }
}
