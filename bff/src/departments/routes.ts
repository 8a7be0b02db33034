import type { departmentEndpoints, DepartmentStatusDto } from '@one-visit/shared/departments/contract'
import type { Clock } from '../platform/clock'
import type { Handlers } from '../platform/http/register-endpoints'
import type { DepartmentState } from './department-status'
import type { Departments } from './departments'

/** Said under the department's name and state, so neither is repeated. */
const NOTICES: Readonly<Record<DepartmentState['state'], string | null>> = {
  up: null,
  slow: '可以照常查，可能要多等一会儿。',
  down: '查过的会先给您看上一次的结果。急办请打电话或到窗口。',
}

function presentStatus({ department, name, state, since }: DepartmentState): DepartmentStatusDto {
  return { department, name, state, since: since.toISOString(), notice: NOTICES[state] }
}

export function departmentHandlers({
  clock,
  departments,
}: {
  readonly clock: Clock
  readonly departments: Pick<Departments, 'status'>
}): Handlers<typeof departmentEndpoints> {
  return {
    'GET /v1/status': () =>
      Promise.resolve({ asOf: clock.now().toISOString(), departments: departments.status().map(presentStatus) }),
  }
}
