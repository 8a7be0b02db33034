import { Connection } from './connection'
import type { Target } from './measure'
import { WORKLOADS, type Workload, writeRequest } from './requests'

/** Sealed anew in each answer. */
const DIFFERS = new Set(['followProof'])
/** Made by the seeds of each database. */
const DIFFERS_BY_DATABASE = new Set(['id', 'asOf', 'idleExpiresAt', 'absoluteExpiresAt', 'createdAt', 'realNameVerifiedAt', 'at'])

/** Throws unless all targets give the same answers: only then is what they cost worth comparing. */
export async function requireSameAnswers([first, ...others]: readonly Target[]): Promise<void> {
  if (!first) return
  for (const workload of WORKLOADS) {
    for (const other of others) {
      const [expected, given] = [await comparable(first, workload, other), await comparable(other, workload, first)]
      if (expected !== given) throw new Error(`${workload}: ${first.name} answers\n${expected}\nbut ${other.name}\n${given}`)
    }
  }
}

async function comparable(target: Target, workload: Workload, beside: Target): Promise<string> {
  const connection = await Connection.open(target.port)
  // The last one: each comparison must meet the same number of subscriptions.
  const { status, body } = await connection.send(writeRequest(workload, target.tokens.at(-1) ?? ''))
  connection.close()
  const sameDatabase = target.tokens === beside.tokens
  const left = (name: string): boolean =>
    DIFFERS.has(name) || (!sameDatabase && DIFFERS_BY_DATABASE.has(name)) || name === 'remaining'
  return `${status} ${JSON.stringify(JSON.parse(body), (name, value: unknown) => (left(name) ? typeof value : value))}`
}
