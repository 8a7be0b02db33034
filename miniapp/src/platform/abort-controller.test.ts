import { AbortController } from './abort-controller'

test('aborting tells every listener once, with the reason', () => {
  const controller = new AbortController()
  const listener = jest.fn()
  const removed = jest.fn()
  controller.signal.addEventListener('abort', listener)
  controller.signal.addEventListener('abort', removed)
  controller.signal.removeEventListener('abort', removed)
  const reason = new Error('left the page')
  controller.abort(reason)
  controller.abort(new Error('again'))
  expect(listener).toHaveBeenCalledTimes(1)
  expect(removed).not.toHaveBeenCalled()
  expect(controller.signal).toMatchObject({ aborted: true, reason })
  expect(() => {
    controller.signal.throwIfAborted()
  }).toThrow(reason)
})
