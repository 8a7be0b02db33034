import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { fakeBff } from '../../test/fake-bff'
import { taroState } from '../../test/taro'
import { PAGES } from './pages'
import { queryClient } from './query-client'
import { useLookUp } from './use-look-up'
import { useSubmit } from './use-submit'

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
)
const county = { division: '430224', name: '茶陵县', phone: '1', phoneHours: '', sampleNotice: null }
const followBody = { body: { proof: 'p' } }
const keysSent = () => fakeBff.received('POST /v1/follows').map((request) => request.headers['Idempotency-Key'])

test('a kept answer is shown from the phone when the network is dead, with its time and the problem', async () => {
  fakeBff.replies('GET /v1/county', county)
  const first = renderHook(() => useLookUp('GET /v1/county', {}, { keepCopy: true }), { wrapper })
  await waitFor(() => {
    expect(first.result.current.data).toEqual(county)
  })
  const { asOf } = first.result.current
  first.unmount()
  queryClient.clear()
  fakeBff.isUnreachable('GET /v1/county')
  const second = renderHook(() => useLookUp('GET /v1/county', {}, { keepCopy: true }), { wrapper })
  expect(second.result.current.data).toEqual(county)
  act(() => {
    second.result.current.again()
  })
  await waitFor(() => {
    expect(second.result.current.problem?.code).toBe('offline')
  })
  expect(second.result.current).toMatchObject({ data: county, waiting: false })
  expect(Math.abs(second.result.current.asOf - asOf)).toBeLessThan(1000)
})

test('two taps at once send once', async () => {
  fakeBff.waits('POST /v1/follows')
  const { result } = renderHook(() => useSubmit('POST /v1/follows', jest.fn()), { wrapper })
  act(() => {
    result.current.send(followBody)
    result.current.send(followBody)
  })
  await waitFor(() => {
    expect(result.current.busy).toBe(true)
  })
  expect(fakeBff.received('POST /v1/follows')).toHaveLength(1)
})

test('a retry of the same input carries the same key; another input carries another', async () => {
  fakeBff.isUnreachable('POST /v1/follows')
  const { result } = renderHook(() => useSubmit('POST /v1/follows', jest.fn()), { wrapper })
  const sendAndFail = async (options: typeof followBody, count: number) => {
    act(() => {
      result.current.send(options)
    })
    await waitFor(() => {
      expect(fakeBff.received('POST /v1/follows')).toHaveLength(count)
      expect(result.current.problem?.code).toBe('offline')
    })
  }
  await sendAndFail(followBody, 1)
  await sendAndFail(followBody, 2)
  await sendAndFail({ body: { proof: 'q' } }, 3)
  const [first, second, third] = keysSent()
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('when a sign-in is needed, the sign-in page is put on top of this one', async () => {
  fakeBff.refuses('POST /v1/follows', 'session_expired')
  const { result } = renderHook(() => useSubmit('POST /v1/follows', jest.fn()), { wrapper })
  act(() => {
    result.current.send(followBody)
  })
  await waitFor(() => {
    expect(taroState.navigations).toEqual([{ how: 'navigateTo', url: `${PAGES.signIn}?reason=session_expired` }])
  })
  expect(result.current.problem?.code).toBe('session_expired')
})
