import type { Refusal } from './department-call'
import { type DepartmentId, departmentInvalidReply, departmentUnavailable } from './department-names'
import type { CodedReply } from './tif'

/** The provincial gateway's own number for a department system that is busy; it has done nothing. */
const SYSTEM_BUSY = 50001

/** Lets through data and the business numbers that the client knows; anything else is a failed try. */
export function refuseUnknown(
  department: DepartmentId,
  known: readonly number[],
): (reply: CodedReply<unknown>) => Refusal | null {
  return ({ errcode }) => {
    if (errcode === 0 || known.includes(errcode)) return null
    if (errcode === SYSTEM_BUSY) return { problem: departmentUnavailable(department), again: true }
    return { problem: departmentInvalidReply(department, `unknown errcode ${String(errcode)}`), again: false }
  }
}
