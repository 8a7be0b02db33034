import type { CaseStatus } from '@one-visit/shared/progress/rules'
import type { Logger } from '../platform/logger'
import type { Sensitive } from '../platform/sensitive'

/** One step of a case, in our status and the department's own words. `at`: instant, UTC, ISO 8601 with Z. */
export interface DepartmentCaseStep {
  readonly at: string
  readonly status: CaseStatus
  readonly departmentWords: string
  readonly note: string | null
}

/** A case as a department describes it, in our words. `steps` newest first. */
export interface DepartmentCase {
  readonly caseNumber: string
  readonly kind: 'id_card' | 'exit_entry' | 'general'
  readonly itemName: string
  readonly department: string
  readonly applicantName: Sensitive<string>
  readonly status: CaseStatus
  readonly departmentWords: string
  readonly toDo: string | null
  readonly place: string | null
  /** Local date, Asia/Shanghai. */
  readonly promisedBy: string | null
  readonly steps: readonly DepartmentCaseStep[]
  /** Opens the case at its department without the password again; a secret of whoever has seen the case. */
  readonly queryToken: Sensitive<string>
}

export type StatusTable = Readonly<Record<string, CaseStatus>>

/**
 * Our status for a department's words. Words that are new to us count as "in review", which promises nothing and asks for
 * nothing; the words themselves are shown as they are, and the log tells us to add them to the table.
 */
export function mapStatus(table: StatusTable, words: string, log: Pick<Logger, 'warn'>): CaseStatus {
  const status = Object.hasOwn(table, words) ? table[words] : undefined
  if (status) return status
  log.warn({ departmentWords: words }, 'a department uses status words that are not in its table')
  return 'in_review'
}

/** Newest first; steps of the same instant stay in the department's order, which is oldest first. */
export function newestFirst<T extends { readonly at: string }>(steps: readonly T[]): T[] {
  return [...steps].reverse().sort((a, b) => b.at.localeCompare(a.at))
}
