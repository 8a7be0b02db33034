import { fakeBff } from '../../test/fake-bff'
import { aSignIn } from '../../test/sessions'
import { taroState } from '../../test/taro'
import { keepSignedIn } from './session'
import { allowMessage } from './subscribe-message'

// The target is a constant of the build; everything else is as in WeChat's package.
jest.mock('./target', () => ({ IS_WEAPP: true, IS_BROWSER: false }))

const SUBSCRIBE = 'POST /v1/message-subscriptions'

beforeEach(() => {
  keepSignedIn(aSignIn())
})

test.each(['visit', 'case_changed'] as const)('leave for one message of the kind %s is told to the BFF', async (template) => {
  fakeBff.replies(SUBSCRIBE, { template, remaining: 1 })
  await allowMessage(template)
  expect(fakeBff.received(SUBSCRIBE).map(({ body }) => body)).toEqual([{ template }])
})

test('whoever refuses is not counted', async () => {
  taroState.subscribeAnswer = 'reject'
  await allowMessage('visit')
  expect(fakeBff.received(SUBSCRIBE)).toHaveLength(0)
})

test('leave that could not be told does not stop what the person was doing', async () => {
  fakeBff.isUnreachable(SUBSCRIBE)
  await expect(allowMessage('visit')).resolves.toBe(false)
})
