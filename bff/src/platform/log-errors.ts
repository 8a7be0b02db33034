import { types } from 'node:util'

const MAX_CAUSES = 5

export interface DescribedError {
  type: string
  message: string
  code?: string
  stack?: string
  cause?: DescribedError
}

/**
 * What a log line says of an error: type, message, code, stack and causes. Other properties stay out on purpose: database
 * and HTTP errors carry the query's parameters and the request's headers there.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  // Node's own errors may come from another realm, where `instanceof` does not know them.
  if (!(error instanceof Error || types.isNativeError(error)))
    return { type: typeof error, message: 'something that is not an error was thrown' }
  const described: DescribedError = { type: error.name, message: error.message }
  if ('code' in error && typeof error.code === 'string') described.code = error.code
  if (error.stack) described.stack = error.stack
  if (error.cause !== undefined && depth < MAX_CAUSES) described.cause = describeError(error.cause, depth + 1)
  return described
}
