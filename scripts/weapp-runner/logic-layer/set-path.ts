import { asDictionary, type Dictionary } from '../dynamic'

const isIndex = (key: string | undefined): boolean => key !== undefined && /^\d+$/.test(key)

/** Writes `value` at a setData path such as `rows[2].name`, making the objects and lists on the way. */
export function setPath(data: Dictionary, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.at(-1)
  if (last === undefined) return
  let here = data
  keys.slice(0, -1).forEach((key, index) => {
    const next = here[key]
    if (typeof next !== 'object' || next === null) here[key] = isIndex(keys[index + 1]) ? [] : {}
    here = here[key] as Dictionary
  })
  here[last] = value
}

/** Default values of a component's `properties` declaration (`{ name: String }` or `{ name: { type, value } }`). */
export function propertyDefaults(properties: unknown): Dictionary {
  return Object.fromEntries(
    Object.entries(asDictionary(properties)).map(([name, declared]) => [name, asDictionary(declared).value]),
  )
}
