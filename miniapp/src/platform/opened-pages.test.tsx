import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Text } from '@tarojs/components'
import { Fragment, type ReactElement, type ReactNode } from 'react'
import { fakeBff } from '../../test/fake-bff'
import { renderPage } from '../../test/render-page'
import { taroState } from '../../test/taro'
import { Screen } from '../ui/screen'
import { beginActing, endActing, useActing, type Acting } from './acting'
import { OpenedPages } from './opened-pages'
import { agreeToPrivacy } from './privacy'
import { queryClient } from './query-client'
import { useLookUp } from './use-look-up'
import { useSubmit } from './use-submit'

const CASES = 'GET /v1/cases'
const CANCEL = 'POST /v1/appointments/:id/cancellation'
const forWang: Acting = { mandate: 'm1', person: '王*英', by: 'resident', operations: ['look_up_cases'] }

afterEach(() => {
  endActing()
})

/** A department’s sentence stands for somebody’s data. */
const dataOf = (whose: string) => ({ items: [], missing: [{ department: 'police' as const, reason: whose }] })
const askedUnder = () => fakeBff.received(CASES).map(({ headers }) => headers['X-Mandate'])
const stored = () => JSON.stringify([...taroState.storage])
const sees = (words: string) => screen.findByText(words)

function Cases() {
  const { data, again } = useLookUp(CASES, {}, { keepCopy: true })
  const acting = useActing()
  return (
    <Screen title={acting === null ? '我的办件' : `${acting.person}的办件`}>
      <Text>{data?.missing.map(({ reason }) => reason).join('') ?? '还没有'}</Text>
      <button onClick={again}>再问</button>
    </Screen>
  )
}

test('a page that was opened for somebody asks and shows nothing once that is over', async () => {
  fakeBff.replies(CASES, dataOf('她的'))
  beginActing(forWang)
  renderPage(<Cases />)
  await sees('她的')
  fakeBff.replies(CASES, dataOf('自己的'))
  act(endActing)
  await sees('这一页已经收起')
  await act(() => queryClient.invalidateQueries())
  await act(() => queryClient.refetchQueries())
  expect(screen.queryByText(/她的$|自己的/)).toBeNull()
  expect(screen.queryByRole('region', { name: '正在代办' })).toBeNull()
  expect(askedUnder()).toEqual(['m1'])
})

test('a page that was opened for oneself asks and shows nothing while one acts, and goes on after that', async () => {
  fakeBff.replies(CASES, dataOf('自己的'))
  renderPage(<Cases />)
  await sees('自己的')
  fakeBff.replies(CASES, dataOf('她的'))
  act(() => {
    beginActing(forWang)
  })
  await sees('这里是您自己的内容')
  await act(() => queryClient.refetchQueries())
  expect(askedUnder()).toEqual([undefined])
  fakeBff.replies(CASES, dataOf('自己的'))
  act(endActing)
  await sees('自己的')
  expect(askedUnder()).not.toContain('m1')
})

test('of somebody else nothing is kept on the phone: whoever opens the page anew asks anew', async () => {
  fakeBff.replies(CASES, dataOf('她的'))
  beginActing(forWang)
  const first = renderPage(<Cases />)
  await sees('她的')
  expect(stored()).not.toContain('她的')
  // As after a reload.
  first.unmount()
  queryClient.clear()
  fakeBff.isUnreachable(CASES)
  renderPage(<Cases />)
  expect(screen.queryByText('她的')).toBeNull()
  await sees('还没有')
})

test('one’s own copy is never shown for somebody else, and is there again afterwards', async () => {
  fakeBff.replies(CASES, dataOf('自己的'))
  const own = renderPage(<Cases />)
  await sees('自己的')
  own.unmount()
  fakeBff.isUnreachable(CASES)
  beginActing(forWang)
  const hers = renderPage(<Cases />)
  await sees('还没有')
  hers.unmount()
  endActing()
  renderPage(<Cases />)
  await sees('自己的')
})

/** As Taro hands them over: in WeChat a list, in a browser a fragment. */
const asList = (pages: ReactElement[]): ReactNode => pages
const inFragment = (pages: ReactElement[]): ReactNode => <Fragment>{pages}</Fragment>

test.each([
  ['WeChat', asList],
  ['a browser', inFragment],
])('in %s the page below keeps to oneself while the one on top is for somebody', async (_, together) => {
  const app = (...keys: string[]) => (
    <QueryClientProvider client={queryClient}>
      <OpenedPages>{together(keys.map((key) => <Cases key={key} />))}</OpenedPages>
    </QueryClientProvider>
  )
  agreeToPrivacy()
  fakeBff.replies(CASES, dataOf('自己的'))
  const { rerender } = render(app('below'))
  await sees('自己的')
  act(() => {
    beginActing(forWang)
  })
  fakeBff.replies(CASES, dataOf('她的'))
  rerender(app('below', 'on top'))
  await sees('她的')
  expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual(['我的办件', '王*英的办件'])
  await act(() => queryClient.refetchQueries())
  expect(askedUnder()).toEqual([undefined, 'm1', 'm1'])
})

test('what was sent for somebody and is answered after the end is not gone on with', async () => {
  const release = fakeBff.waits(CANCEL)
  const onDone = jest.fn()
  function Cancel() {
    const { send } = useSubmit(CANCEL, onDone)
    return (
      <Screen title="取消预约">
        <button
          onClick={() => {
            send({ params: { id: 'a1' } })
          }}
        >
          取消
        </button>
      </Screen>
    )
  }
  beginActing(forWang)
  renderPage(<Cancel />)
  fireEvent.click(screen.getByText('取消'))
  await waitFor(() => {
    expect(fakeBff.received(CANCEL)).toHaveLength(1)
  })
  act(endActing)
  release({} as never)
  await act(() => Promise.resolve())
  await sees('这一页已经收起')
  expect(onDone).not.toHaveBeenCalled()
})
