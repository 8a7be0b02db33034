import { getEventListeners } from 'node:events'
import { isMadeByAny } from '../../test/made-by-any'
import { withEither } from './with-either'

it('aborts with the first of them, for its reason, also when that was before', async () => {
  const [one, other] = [new AbortController(), new AbortController()]
  const reason = await withEither([one.signal, other.signal], (signal) => {
    other.abort('enough')
    one.abort('later')
    return Promise.resolve([signal.aborted, signal.reason])
  })
  expect(reason).toEqual([true, 'enough'])
  expect(await withEither([one.signal], (signal) => Promise.resolve([signal.aborted, signal.reason]))).toEqual([true, 'later'])
})

it('leaves nothing behind, whether the work is done or fails', async () => {
  const { signal } = new AbortController()
  expect(await withEither([signal], (either) => Promise.resolve(isMadeByAny(either)))).toBe(false)
  await expect(withEither([signal], () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(getEventListeners(signal, 'abort')).toEqual([])
  expect(isMadeByAny(AbortSignal.any([signal]))).toBe(true)
})
