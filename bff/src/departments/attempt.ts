import type { Problem } from '../platform/errors'
import type { Logger } from '../platform/logger'
import { AttemptFailure } from './attempt-failure'
import type { DepartmentCall } from './department-call'
import type { StatusBoard } from './department-status'
import { departmentInvalidReply } from './department-names'
import type { Target } from './policies'
import type { Transport } from './transport'

export interface AttemptDeps {
  readonly transport: Transport
  readonly board: StatusBoard
  readonly log: Pick<Logger, 'warn' | 'error'>
  readonly deadlineMs: number
}

/** A reply that fits its schema, and the text it came as. */
export interface Answer<T> {
  readonly text: string
  readonly value: T
}

/** One try: send, parse, judge. */
export async function attempt<T>(deps: AttemptDeps, call: DepartmentCall<T>, signal: AbortSignal): Promise<Answer<T>> {
  const startedAt = performance.now()
  const record = (failed: boolean): void => {
    const slow = performance.now() - startedAt > deps.deadlineMs / 2
    deps.board.record(call.department, { failed, slow })
  }
  try {
    const text = await deps.transport.send(call, signal)
    const value = parseReply(call, text)
    const refusal = call.refusal?.(value)
    if (refusal) throw new AttemptFailure(refusal.problem, refusal.again ? 'always' : 'never')
    record(false)
    return { text, value }
  } catch (error) {
    record(true)
    if (error instanceof AttemptFailure) logFailure(deps, call, error.problem)
    throw error
  }
}

function logFailure(deps: AttemptDeps, { department, operation }: Target, failed: Problem): void {
  const level = failed.code === 'department_invalid_reply' ? 'error' : 'warn'
  deps.log[level]({ department, operation, code: failed.code, err: failed.cause }, 'a department call failed')
}

export function parseReply<T>(call: Pick<DepartmentCall<T>, 'schema'> & Target, text: string): T {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The parser's own message quotes the text, which may hold personal data.
    throw new AttemptFailure(departmentInvalidReply(call.department, 'the reply is not JSON'), 'never')
  }
  const parsed = call.schema.safeParse(json)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join('; ')
  throw new AttemptFailure(departmentInvalidReply(call.department, `the reply does not fit: ${places}`), 'never')
}
