import { type Problem, problem } from '../platform/errors'

/** The systems the county depends on, as residents know them. */
export const DEPARTMENT_NAMES = {
  police: '公安系统',
  cases: '政务服务办件系统',
  health: '卫健系统',
  communications: '通信行程系统',
  insurance: '医疗保障系统',
  licence_library: '证照库',
  social_security: '社会保险系统',
  sms: '短信平台',
  wechat: '微信',
  provincial: '省统一身份认证',
} as const

export type DepartmentId = keyof typeof DEPARTMENT_NAMES

export const DEPARTMENT_IDS = Object.keys(DEPARTMENT_NAMES) as DepartmentId[]

/** It did not answer before the deadline. */
export function departmentTimeout(department: DepartmentId, cause?: unknown): Problem {
  return problem('department_timeout', { detail: `${DEPARTMENT_NAMES[department]}响应太慢。`, cause })
}

/** It cannot be reached, says that it fails, or is not asked at present. `retryAfter` in seconds. */
export function departmentUnavailable(department: DepartmentId, options: { retryAfter?: number; cause?: unknown } = {}): Problem {
  return problem('department_unavailable', { detail: `${DEPARTMENT_NAMES[department]}暂时不能用。`, ...options })
}

/** So many people are asking that this call was not taken. */
export function departmentBusy(department: DepartmentId): Problem {
  return problem('department_unavailable', { detail: `现在使用${DEPARTMENT_NAMES[department]}的人太多。`, retryAfter: 5 })
}

/** It answered, but not in the form agreed. `reason` goes to the log and never holds what was answered. */
export function departmentInvalidReply(department: DepartmentId, reason: string): Problem {
  return problem('department_invalid_reply', {
    detail: `${DEPARTMENT_NAMES[department]}返回的结果有误。`,
    cause: new Error(reason),
  })
}
