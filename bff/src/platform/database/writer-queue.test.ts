import { WriterQueue, type WriterConnection } from './writer-queue'

/** A connection that says what it was told, and fails where told to. */
class ScriptedConnection implements WriterConnection {
  readonly told: string[] = []
  readonly failAt = new Set<string>()
  inTransaction = false

  begin(): Promise<void> {
    this.execute('BEGIN')
    this.inTransaction = true
    return Promise.resolve()
  }

  execute(statement: string): void {
    this.told.push(statement)
    if (this.failAt.delete(statement)) throw new Error(`${statement} failed`)
    if (statement === 'COMMIT' || statement === 'ROLLBACK') this.inTransaction = false
  }
}

let connection: ScriptedConnection
let queue: WriterQueue
beforeEach(() => {
  connection = new ScriptedConnection()
  queue = new WriterQueue(connection)
})

const outcomes = async (calls: Promise<unknown>[]): Promise<unknown[]> =>
  (await Promise.allSettled(calls)).map((call) => (call.status === 'fulfilled' ? call.value : String(call.reason)))

it('puts the jobs that wait into one transaction, each in its own savepoint', async () => {
  const refused = () => Promise.reject(new Error('no'))
  const calls = [queue.add(() => Promise.resolve(1)), queue.add(refused), queue.add(() => Promise.resolve(3))]
  expect(await outcomes(calls)).toEqual([1, 'Error: no', 3])
  const kept = ['SAVEPOINT job', 'RELEASE job']
  expect(connection.told).toEqual(['BEGIN', ...kept, 'SAVEPOINT job', 'ROLLBACK TO job', 'RELEASE job', ...kept, 'COMMIT'])
})

it('answers nobody before COMMIT', async () => {
  let toldWhenAnswered: string | undefined
  await queue.add(() => Promise.resolve()).then(() => (toldWhenAnswered = connection.told.at(-1)))
  expect(toldWhenAnswered).toBe('COMMIT')
})

it('refuses every job of a batch whose COMMIT fails, and goes on with the next', async () => {
  connection.failAt.add('COMMIT')
  const calls = [queue.add(() => Promise.resolve(1)), queue.add(() => Promise.resolve(2))]
  expect(await outcomes(calls)).toEqual(['Error: COMMIT failed', 'Error: COMMIT failed'])
  expect(connection.told.at(-1)).toBe('ROLLBACK')
  await expect(queue.add(() => Promise.resolve(3))).resolves.toBe(3)
})

it('refuses the batch when the transaction cannot begin, without running a job', async () => {
  connection.failAt.add('BEGIN')
  const job = jest.fn(() => Promise.resolve())
  expect(await outcomes([queue.add(job), queue.add(job)])).toEqual(['Error: BEGIN failed', 'Error: BEGIN failed'])
  expect(job).not.toHaveBeenCalled()
})

it('refuses the jobs before and after one during which the database gave up the transaction', async () => {
  const full = (): Promise<never> => {
    connection.inTransaction = false
    return Promise.reject(new Error('disk full'))
  }
  const after = jest.fn(() => Promise.resolve())
  const gaveUp = 'Error: The database gave up the transaction.'
  expect(await outcomes([queue.add(() => Promise.resolve(1)), queue.add(full), queue.add(after)])).toEqual([
    gaveUp,
    'Error: disk full',
    gaveUp,
  ])
  expect(after).not.toHaveBeenCalled()
})

it('lets the event loop turn during a long batch', async () => {
  let turns = 0
  let done = false
  const count = (): void => {
    turns += 1
    if (!done) setImmediate(count)
  }
  const busy = (): Promise<void> => {
    const until = performance.now() + 3
    while (performance.now() < until);
    return Promise.resolve()
  }
  const calls = Array.from({ length: 5 }, () => queue.add(busy))
  setImmediate(count)
  await Promise.all(calls)
  done = true
  expect(turns).toBeGreaterThanOrEqual(5)
  expect(connection.told.filter((statement) => statement === 'BEGIN')).toHaveLength(1)
})
