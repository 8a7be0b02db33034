import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { MemorySample } from './steady-growth'

/** Collects what nobody holds, twice since finalizers free more, and says what is left. In the process that is looked at. */
export async function memoryNow(): Promise<Omit<MemorySample, 'requests'>> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let time = 0; time < 2; time += 1) {
    collect()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heapUsed, external, rss }
}
