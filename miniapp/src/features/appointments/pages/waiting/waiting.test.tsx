import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { anEntry, aVisit, countyAnswers, ENTRY_ID, nearest, SLOT_ID, verified, VISIT_ID, visitList } from '../../testing/visits'
import WaitPage from '../wait/index'
import WaitingPage from './index'

const ENTRIES = 'GET /v1/waiting-entries'
const JOIN = 'POST /v1/waiting-entries'
const ACCEPT = 'POST /v1/waiting-entries/:id/acceptance'
const LEAVE = 'DELETE /v1/waiting-entries/:id'
const situation = { signedIn: verified, query: { id: ENTRY_ID } }
const offer = (minutes: number) =>
  anEntry({ status: 'offered', ahead: 0, offerEndsAt: new Date(Date.now() + minutes * 60_000).toISOString() })

beforeEach(() => {
  countyAnswers()
  fakeBff.replies('GET /v1/nearest-slots', nearest())
})

describe('joining', () => {
  const slot = { slotId: SLOT_ID, office: 'hall', itemGroup: 'household', date: '2026-11-23', startsAt: '09:00', endsAt: '09:20' }
  const show = async (query: Record<string, string> = slot) => {
    renderPage(<WaitPage />, { signedIn: verified, query })
    await screen.findByText('11月23日 周一 上午9:00 到 9:20')
  }

  test('says how it goes, and leads to the place in the line', async () => {
    fakeBff.replies(JOIN, anEntry())
    await show()
    expect(screen.getByText(/名额为您留 15 分钟/)).toBeTruthy()
    press('排队等名额')
    await waitFor(() => {
      expect(wentTo()).toBe(`/features/appointments/pages/waiting/index?id=${ENTRY_ID}`)
    })
    expect(taroState.navigations.at(-1)?.how).toBe('redirectTo')
    expect(fakeBff.received(JOIN)[0]?.body).toEqual({ slotId: SLOT_ID })
  })

  test('when there is room after all, it is booked rather than waited for', async () => {
    fakeBff.refuses(JOIN, 'slot_has_room')
    await show()
    press('排队等名额')
    await screen.findByText('现在有名额')
    press('直接预约这个时间')
    await waitFor(() => {
      expect(wentTo()).toBe('/features/appointments/pages/who/index')
    })
  })

  test('three lines are the most: leads to them', async () => {
    fakeBff.refuses(JOIN, 'waiting_limit_reached')
    await show()
    press('排队等名额')
    await screen.findByText('排队的时间已满 3 个')
    press('看我的预约')
    expect(wentTo()).toBe('/features/appointments/pages/visits/index')
  })

  test('a visit that is moved takes the nearest time as its new one', async () => {
    await show({ ...slot, move: VISIT_ID })
    await screen.findByText('11月25日 周三 下午2:00 到 2:20')
    press(/11月25日/, 'link')
    await waitFor(() => {
      expect(wentTo()).toBe(`/features/appointments/pages/move-check/index?id=${VISIT_ID}`)
    })
  })

  test('a link that was cut leads to the beginning', () => {
    renderPage(<WaitPage />, { signedIn: verified, query: { slotId: SLOT_ID } })
    expect(screen.getByText('没有找到要等的时间')).toBeTruthy()
  })
})

test('waiting: how many are before, and the way out', async () => {
  fakeBff.replies(ENTRIES, { items: [anEntry()] })
  fakeBff.replies(LEAVE, undefined)
  renderPage(<WaitingPage />, situation)
  expect(await screen.findByText('您前面还有 2 人')).toBeTruthy()
  press('不等了，退出')
  expect(await screen.findByText('已退出排队')).toBeTruthy()
})

test('whoever opens the message without being signed in finds the way there', () => {
  renderPage(<WaitingPage />, { query: { id: ENTRY_ID } })
  press('登录')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
})

test('a held place: until when and how long that is, and taking it leads to the visit', async () => {
  fakeBff.replies(ENTRIES, { items: [offer(12)] })
  fakeBff.replies(ACCEPT, aVisit())
  renderPage(<WaitingPage />, situation)
  expect(await screen.findByText('还剩 12 分钟')).toBeTruthy()
  expect(screen.getByText(/^为您留到 .*月.*日/)).toBeTruthy()
  press('要这个名额')
  press(/要这个名额|请稍候/)
  await waitFor(() => {
    expect(wentTo()).toBe(`/features/appointments/pages/booked/index?id=${VISIT_ID}`)
  })
  expect(fakeBff.received(ACCEPT)).toHaveLength(1)
})

test('whoever has a visit of the same kind is told that it moves', async () => {
  fakeBff.replies('GET /v1/appointments', visitList({ active: [aVisit()] }))
  fakeBff.replies(ENTRIES, { items: [offer(12)] })
  renderPage(<WaitingPage />, situation)
  expect(await screen.findByText('您同一类事原来的预约，会改到这个时间。')).toBeTruthy()
})

test('a closed day: says that the time offered instead is kept', async () => {
  fakeBff.replies(ENTRIES, { items: [{ ...offer(600), cause: 'office_closed' }] })
  renderPage(<WaitingPage />, situation)
  expect(await screen.findByText(/原来那天临时不办/)).toBeTruthy()
  expect(screen.getByText('还剩 10 小时')).toBeTruthy()
})

test('giving it up lets others have it', async () => {
  fakeBff.replies(ENTRIES, { items: [offer(12)] })
  fakeBff.replies(LEAVE, undefined)
  renderPage(<WaitingPage />, situation)
  await screen.findByText('还剩 12 分钟')
  press('不要，让给别人')
  expect(await screen.findByText('已退出排队')).toBeTruthy()
  expect(fakeBff.received(LEAVE)).toHaveLength(1)
})

test('time that runs out is warned of, and afterwards there is a way on', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
  fakeBff.replies(ENTRIES, { items: [offer(4)] })
  renderPage(<WaitingPage />, situation)
  await act(() => jest.advanceTimersByTimeAsync(10))
  expect(screen.queryByText('快到时间了，请尽快决定。')).toBeNull()
  await act(() => jest.advanceTimersByTimeAsync(90_000))
  expect(screen.getByText('快到时间了，请尽快决定。')).toBeTruthy()
  await act(() => jest.advanceTimersByTimeAsync(160_000))
  expect(screen.getByText('为您留的名额已过时间')).toBeTruthy()
  jest.useRealTimers()
  press('重新选时间')
  expect(wentTo()).toBe('/features/appointments/pages/day/index')
})

test('an offer that ended on the way is no error', async () => {
  fakeBff.replies(ENTRIES, { items: [offer(1)] })
  fakeBff.refuses(ACCEPT, 'offer_expired')
  renderPage(<WaitingPage />, situation)
  await screen.findByText(/还剩/)
  press('要这个名额')
  expect(await screen.findByText('为您留的名额已过时间')).toBeTruthy()
})

test('a dead network while taking it: the same can be sent again', async () => {
  fakeBff.replies(ENTRIES, { items: [offer(12)] })
  fakeBff.isUnreachable(ACCEPT)
  renderPage(<WaitingPage />, situation)
  await screen.findByText('还剩 12 分钟')
  press('要这个名额')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies(ACCEPT, aVisit())
  press('要这个名额')
  await waitFor(() => {
    expect(wentTo()).toBe(`/features/appointments/pages/booked/index?id=${VISIT_ID}`)
  })
  expect(new Set(fakeBff.received(ACCEPT).map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1)
})

test.each([
  ['taken', '已经约上了'],
  ['expired', '为您留的名额已过时间'],
  ['left', '已退出排队'],
] as const)('an entry that is %s says so', async (status, words) => {
  fakeBff.replies(ENTRIES, { items: [anEntry({ status })] })
  renderPage(<WaitingPage />, situation)
  expect(await screen.findByText(words)).toBeTruthy()
})

test('an entry that is not there leads to the visits', async () => {
  renderPage(<WaitingPage />, situation)
  expect(await screen.findByText('没有找到这次排队')).toBeTruthy()
})
