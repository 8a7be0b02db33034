import type { Fetched } from '../../departments/gateway'
import type { HealthCode } from '../../departments/health/mapping'
import { problem } from '../../platform/errors'

/** Throws `not_found` when the department has no code for this person. */
export function requireCode({ value, ...fetched }: Fetched<HealthCode | null>): Fetched<HealthCode> {
  if (value === null) throw problem('not_found', { detail: '卫健系统里还没有这个人的健康码。' })
  return { ...fetched, value }
}
