import type { Profiler } from 'node:inspector/promises'

export interface Bucket {
  readonly name: string
  /** Of the time in which the process was not idle: 0–1. */
  readonly share: number
}

type Frame = Profiler.ProfileNode['callFrame']

/** Self time by package, module or part of Node, largest first. */
export function sumBuckets(profile: Profiler.Profile): Bucket[] {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, bucketOf(callFrame)]))
  const times = new Map<string, number>()
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const name = names.get(id)
    if (name === undefined || name === null) continue
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas?.[index] ?? 0))
  }
  const total = [...times.values()].reduce((sum, time) => sum + time, 0)
  return [...times].map(([name, time]) => ({ name, share: time / total })).sort((a, b) => b.share - a.share)
}

/** Null: the process had nothing to do. */
function bucketOf({ url, functionName }: Frame): string | null {
  if (functionName === '(idle)') return null
  if (functionName === '(garbage collector)') return 'garbage collection'
  const [, packageName] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(url) ?? []
  if (packageName !== undefined) return packageName
  const [, module] = /\/((?:bff|shared)\/src\/[^/]+(?:\/(?:http|database|crypto))?)/.exec(url) ?? []
  if (module !== undefined) return module
  const [, builtIn] = /^node:(?:internal\/)?([^/]+)/.exec(url) ?? []
  if (builtIn !== undefined) return `node: ${builtIn}`
  // No file: code of V8 and Node in C++, named by what it does.
  return url === '' ? `native: ${functionName}` : 'other'
}
