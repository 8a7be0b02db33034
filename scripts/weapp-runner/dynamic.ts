/** Values that come from the package under test have no known type: these guards are the only way in. */
export type Dictionary = Record<string, unknown>
export type Callable = (this: unknown, ...given: unknown[]) => unknown

export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isCallable = (value: unknown): value is Callable => typeof value === 'function'

export const asDictionary = (value: unknown): Dictionary => (isDictionary(value) ? value : {})

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const asStrings = (value: unknown): string[] => asList(value).filter((one) => typeof one === 'string')

/** Text of an attribute or option; `''` for what is not text, number or boolean. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** Calls `target[name]` with `target` as `this`, when there is such a function. */
export function callIfPresent(target: Dictionary, name: string, ...given: unknown[]): unknown {
  const method = target[name]
  return isCallable(method) ? method.apply(target, given) : undefined
}

/** What a thrown value says; it may be an error of another realm, or no error at all. */
export function describeError(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown
  if (!isDictionary(thrown)) return String(thrown)
  const { stack, message } = thrown
  if (typeof stack === 'string' && stack !== '') return stack
  return typeof message === 'string' ? message : JSON.stringify(thrown)
}
