import type { departmentEndpoints, DepartmentStatusDto } from '@one-visit/shared/departments/contract'
import type { Clock } from '../platform/clock'
import type { Handlers } from '../platform/http/register-endpoints'
import type { DepartmentState } from './department-status'
import type { Departments } from './departments'

const NOTICES: Readonly<Record<DepartmentState['state'], (name: string) => string | null>> = {
  up: () => null,
  slow: (name) => `${name}现在较慢，可能要多等一会儿。`,
  down: (name) => `${name}暂时不能用。急办请打电话或到窗口。`,
}

function presentStatus({ department, name, state, since }: DepartmentState): DepartmentStatusDto {
  return { department, name, state, since: since.toISOString(), notice: NOTICES[state](name) }
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
