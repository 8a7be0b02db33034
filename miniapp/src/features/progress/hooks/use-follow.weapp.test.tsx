import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { fakeBff } from '../../../../test/fake-bff'
import { aSignIn } from '../../../../test/sessions'
import { taroState } from '../../../../test/taro'
import { queryClient } from '../../../platform/query-client'
import { keepSignedIn } from '../../../platform/session'
import { showUnread } from '../../../platform/unread'
import { aCase, aFollow, FOLLOW_ID } from '../testing/cases'
import { useFollow } from './use-follow'

// The target is a constant of the build; everything else is as in WeChat's package.
jest.mock('../../../platform/target', () => ({ IS_WEAPP: true, IS_BROWSER: false }))

const SUBSCRIBE = 'POST /v1/message-subscriptions'
const FOLLOW = 'POST /v1/follows'

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
)

async function followInWechat() {
  keepSignedIn(aSignIn())
  fakeBff.replies(FOLLOW, aFollow())
  const { result } = renderHook(() => useFollow(aCase()), { wrapper })
  act(() => {
    void result.current.handleFollow()
  })
  await waitFor(() => {
    expect(result.current.followId).toBe(FOLLOW_ID)
  })
}

test("WeChat's leave is asked for and told to the BFF before the case is followed", async () => {
  fakeBff.replies(SUBSCRIBE, { template: 'case_changed', remaining: 1 })
  await followInWechat()
  expect(fakeBff.received(SUBSCRIBE).map(({ body }) => body)).toEqual([{ template: 'case_changed' }])
  expect(fakeBff.received(FOLLOW)).toHaveLength(1)
})

test('whoever refuses messages follows the case all the same', async () => {
  taroState.subscribeAnswer = 'reject'
  await followInWechat()
  expect(fakeBff.received(SUBSCRIBE)).toHaveLength(0)
})

test('a subscription that could not be told does not stop the follow', async () => {
  fakeBff.isUnreachable(SUBSCRIBE)
  await followInWechat()
  expect(fakeBff.received(FOLLOW)).toHaveLength(1)
})

test('the number of unread messages is on the tab, and goes with the last one', () => {
  showUnread(3)
  expect(taroState.badge).toBe('3')
  showUnread(0)
  expect(taroState.badge).toBeNull()
})
