import { type Answer, Connection } from './connection'
import { callersFor, takeAway, type Target } from './measure'
import { WORKLOADS, type Workload, writeRequest } from './requests'
import { type BenchTarget, targetsOf } from './targets'

/** Sealed anew in each answer. */
const DIFFERS = new Set(['followProof'])
/** Of a department that has just been asked. */
const DIFFERS_BY_ASKING = new Set(['asOf'])
/** Made for each booking. */
const DIFFERS_BY_BOOKING = new Set(['id', 'number', 'bookedAt'])
/** Made by the seeds of each database. */
const DIFFERS_BY_DATABASE = new Set(['id', 'asOf', 'idleExpiresAt', 'absoluteExpiresAt', 'createdAt', 'realNameVerifiedAt', 'at'])

/** Throws unless all targets give the same answers: only then is what they cost worth comparing. */
export async function requireSameAnswers(targets: readonly BenchTarget[]): Promise<void> {
  for (const workload of WORKLOADS) {
    const measured = targetsOf(workload, targets)
    const answers = await Promise.all(measured.map((target) => answerOf(target, workload)))
    const [first, ...others] = measured.map((target, index) => ({ ...target, answer: answers[index] }))
    for (const other of others) {
      const left = leftOut(workload, first?.tokens === other.tokens)
      const [expected, given] = [comparable(first?.answer, left), comparable(other.answer, left)]
      if (expected !== given) throw new Error(`${workload}: ${first?.name} answers\n${expected}\nbut ${other.name}\n${given}`)
    }
  }
}

async function answerOf(target: Target, workload: Workload): Promise<Answer> {
  const [caller] = callersFor(target, workload, 1)
  takeAway(target, workload, 1)
  if (!caller) throw new Error('There is nobody to compare answers with.')
  const connection = await Connection.open(target.port)
  try {
    return await connection.send(writeRequest(workload, caller))
  } finally {
    connection.close()
  }
}

const leftOut =
  (workload: Workload, sameDatabase: boolean) =>
  (name: string): boolean =>
    DIFFERS.has(name) ||
    (!sameDatabase && DIFFERS_BY_DATABASE.has(name)) ||
    (workload === 'book' && DIFFERS_BY_BOOKING.has(name)) ||
    (workload === 'progress-cold' && DIFFERS_BY_ASKING.has(name))

function comparable(answer: Answer | undefined, left: (name: string) => boolean): string {
  const body: unknown = JSON.parse(answer?.body ?? 'null')
  return `${answer?.status ?? ''} ${JSON.stringify(body, (name, value: unknown) => (left(name) ? typeof value : value))}`
}
