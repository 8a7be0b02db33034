import { createBatches, type Outcome } from './batches'

const granted = (reply: string): Outcome<string> => ({ ok: true, reply })

/** Batches as they were run; `letGo` lets those under way end. */
function watched(most = 3, longestWaitMs = Infinity) {
  const batches: string[][] = []
  const underWay: (() => void)[] = []
  const letGo = (): void => {
    for (const end of underWay.splice(0)) end()
  }
  const submit = createBatches<string, string>({
    most,
    longestWaitMs,
    nameOf: (request) => request,
    run: async (requests) => {
      batches.push([...requests])
      await new Promise<void>((resolve) => underWay.push(resolve))
      if (requests.includes('poison')) throw new Error('the batch failed')
      return requests.map((request) =>
        request === 'refused' ? { ok: false, error: new Error('no') } : granted(`done ${request}`),
      )
    },
  })
  const settle = async (answers: Promise<unknown>[]): Promise<PromiseSettledResult<unknown>[]> => {
    const state = { isOver: false }
    const settled = Promise.allSettled(answers).finally(() => (state.isOver = true))
    while (!state.isOver) {
      letGo()
      await new Promise((resolve) => setImmediate(resolve))
    }
    return settled
  }
  return { submit, batches, settle }
}

test('when the first in the line has waited too long, newcomers are told to come again, and those in the line are served', async () => {
  const longestWaitMs = 20
  const { submit, batches, settle } = watched(3, longestWaitMs)
  const answers = [submit('a')]
  while (batches.length === 0) await new Promise((resolve) => setImmediate(resolve))
  answers.push(submit('b'), submit('c'))
  const since = performance.now()
  while (performance.now() - since <= longestWaitMs) await new Promise((resolve) => setImmediate(resolve))
  await expect(submit('d')).rejects.toMatchObject({ code: 'service_unavailable', retryAfter: 5 })
  expect((await settle(answers)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  const [later] = await settle([submit('d')])
  expect(later).toEqual({ status: 'fulfilled', value: 'done d' })
})

test('what arrives together, or while a batch is under way, is done together, in its order', async () => {
  const { submit, batches, settle } = watched()
  const answers = ['a', 'b'].map(submit)
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  answers.push(...['c', 'd', 'e', 'f'].map(submit))
  expect((await settle(answers)).map((one) => one.status === 'fulfilled' && one.value)).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `done ${name}`),
  )
  expect(batches).toEqual([['a', 'b'], ['c', 'd', 'e'], ['f']])
})

test('the same name never stands twice in a batch', async () => {
  const { submit, batches, settle } = watched()
  await settle(['a', 'a', 'b', 'a'].map(submit))
  expect(batches).toEqual([['a', 'b'], ['a'], ['a']])
})

test('a refusal is one person’s own, and a request that breaks its batch breaks none but itself', async () => {
  const { submit, settle } = watched()
  const settled = await settle(['a', 'poison', 'refused'].map(submit))
  expect(settled).toMatchObject([
    { status: 'fulfilled', value: 'done a' },
    { status: 'rejected', reason: { message: 'the batch failed' } },
    { status: 'rejected', reason: { message: 'no' } },
  ])
})
