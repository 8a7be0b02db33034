import type { HealthCodeDto } from '@one-visit/shared/health-code/contract'
import { departmentTimeout } from '../../departments/department-names'
import type { DepartmentPerson } from '../../departments/department-person'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { HealthCodeDeps } from './deps'
import { type CodeExtras, presentHealthCode } from './health-code-presenter'
import { requireCode } from './require-code'
import { resolveShown } from './resolve-shown'
import { tokenFor } from './health-code-token'

/**
 * How long a code that is there waits for tests, vaccinations and travel card; milliseconds. A fresh one is shown in a second; an
 * old one took the department's whole deadline already, and the old copies of the others come a moment later.
 */
const PATIENCE_MS = { fresh: 800, old: 2_000 } as const

/**
 * The health code of the person meant, with what goes with it. The department's last copy of up to 24 hours is answered without
 * a token. Throws what `resolveShown` does, `not_found` for people who have no code, and the department problems.
 */
export async function viewHealthCode(
  deps: HealthCodeDeps,
  principal: ResidentPrincipal,
  { ref, signal }: { readonly ref: string; readonly signal: AbortSignal },
): Promise<HealthCodeDto> {
  const person = await resolveShown(deps, principal, ref)
  const whose = { residentId: person.residentId, owner: person.residentIdIndex }
  const patience = new AbortController()
  const extras = askExtras(deps, whose, AbortSignal.any([signal, patience.signal]))
  const code = requireCode(await deps.health.code(whose, signal))
  const timer = setTimeout(
    () => {
      patience.abort(departmentTimeout('communications'))
    },
    PATIENCE_MS[code.stale ? 'old' : 'fresh'],
  )
  try {
    return presentHealthCode({ person, code, token: tokenFor(deps, person, code), ...(await extras) })
  } finally {
    clearTimeout(timer)
  }
}

/** Asked at the same time as the code; never rejects, so that nothing of it can hide the code. */
async function askExtras(
  { health, communications }: HealthCodeDeps,
  whose: DepartmentPerson,
  signal: AbortSignal,
): Promise<CodeExtras> {
  const [tests, vaccinations, travelCard] = await Promise.allSettled([
    health.tests(whose, signal),
    health.vaccinationsToShow(whose, signal),
    communications.travelCard(whose, signal),
  ])
  return { tests, vaccinations, travelCard }
}
