import { z } from 'zod'
import { endpoints } from '../kernel/endpoints'
import { InstantDto } from '../kernel/schemas'

/** One department system as the county sees it now. `state` comes from real calls, never from a guess. */
export const DepartmentStatusDto = z.object({
  department: z.string(),
  name: z.string(),
  state: z.enum(['up', 'slow', 'down']),
  since: InstantDto,
  /** Plain Chinese, or null when all is well. */
  notice: z.string().nullable(),
})
export const StatusDto = z.object({ asOf: InstantDto, departments: z.array(DepartmentStatusDto) })

export const departmentEndpoints = endpoints({
  'GET /v1/status': {
    summary: 'Which department systems answer, so that people know before they start',
    access: 'public',
    reply: StatusDto,
    limit: 'read',
    pii: 'none',
  },
})

export type DepartmentStatusDto = z.infer<typeof DepartmentStatusDto>
export type StatusDto = z.infer<typeof StatusDto>
