import { act, screen, waitFor, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { anEntry, aVisit, countyAnswers, ENTRY_ID, NEW_VISIT_ID, verified, VISIT_ID, visitList } from '../../testing/visits'
import BookedPage from '../booked/index'
import CancelPage from '../cancel/index'
import VisitsPage from '../visits/index'
import VisitPage from './index'

const VISIT = 'GET /v1/appointments/:id'
const VISITS = 'GET /v1/appointments'
const CANCEL = 'POST /v1/appointments/:id/cancellation'
const situation = { signedIn: verified, query: { id: VISIT_ID } }

beforeEach(() => {
  countyAnswers()
  fakeBff.replies(VISIT, aVisit())
})

test('the result: number in groups, code with a name, when, where, what to bring', async () => {
  renderPage(<BookedPage />, situation)
  expect(await screen.findByRole('img', { name: '签到二维码，预约号 1121 482 905' })).toBeTruthy()
  expect(screen.getByText('11月23日 周一 上午9:00 到 9:20，茶陵县政务服务中心')).toBeTruthy()
  expect(screen.getAllByText('1121 482 905')).toHaveLength(2)
  expect(screen.getByText('· 身份证或户口簿')).toBeTruthy()
  expect(screen.getByText('地址和位置是示例，不是真的。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '改时间' })).toBeTruthy()
  expect(document.body.textContent).not.toMatch(/2026-11/)
})

test('a time that somebody else chose says who it was', async () => {
  fakeBff.replies(VISIT, aVisit({ channel: 'proxy', bookedBy: 'volunteer' }))
  renderPage(<VisitPage />, situation)
  expect(await screen.findByText('志愿者代办')).toBeTruthy()
})

test('the address can be copied, and the place called', async () => {
  renderPage(<BookedPage />, situation)
  await screen.findByText('怎么去')
  press('复制地址')
  expect(await screen.findByText('地址已复制')).toBeTruthy()
  expect(taroState.clipboard).toBe('茶陵县政务服务中心 茶陵县示例路 1 号（示例地址）')
  press('打电话给这里：0731-1')
  expect(taroState.calls).toEqual(['0731-1'])
})

test('a calendar file with the time, the place and a reminder two hours before is handed over', async () => {
  const files: Blob[] = []
  URL.createObjectURL = (file) => {
    files.push(file as Blob)
    return 'blob:1'
  }
  URL.revokeObjectURL = () => undefined
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  renderPage(<BookedPage />, situation)
  await screen.findByText('怎么去')
  press('记到手机日历')
  expect(await screen.findByText(/日历文件已给您/)).toBeTruthy()
  expect(files.map(({ type }) => type)).toEqual(['text/calendar;charset=utf-8'])
  expect(click).toHaveBeenCalledTimes(1)
  jest.restoreAllMocks()
})

test('a place on the map can be opened there; the person stays where they are', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null)
  const office = { ...aVisit().office, location: { latitude: 26.78, longitude: 113.54, sample: true } }
  fakeBff.replies(VISIT, aVisit({ office }))
  renderPage(<BookedPage />, situation)
  await screen.findByText('怎么去')
  press('看地图')
  expect(open.mock.calls[0]?.[0]).toContain('position=113.54,26.78')
  jest.restoreAllMocks()
})

test('after check-in the ticket is shown, and the window when called', async () => {
  fakeBff.replies(VISIT, aVisit({ status: 'checked_in', ticket: 'A012', changeable: false }))
  renderPage(<VisitPage />, situation)
  expect(await screen.findByText('排队号 A012')).toBeTruthy()
  fakeBff.replies(VISIT, aVisit({ status: 'serving', ticket: 'A012', window: '3', changeable: false }))
  await act(() => queryClient.refetchQueries())
  expect(await screen.findByText('请到 3 号窗口')).toBeTruthy()
  expect(screen.getByText('正在办理')).toBeTruthy()
})

test('a visit is asked after again while it is looked at', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
  renderPage(<VisitPage />, situation)
  await act(() => jest.advanceTimersByTimeAsync(16_000))
  expect(fakeBff.received(VISIT).length).toBeGreaterThanOrEqual(2)
  jest.useRealTimers()
})

test('a moved visit leads to the one in its place; a cancelled one says why and how to book again', async () => {
  fakeBff.replies(VISIT, aVisit({ status: 'moved', changeable: false, movedTo: NEW_VISIT_ID }))
  const { unmount } = renderPage(<VisitPage />, situation)
  await screen.findByText('已改到别的时间')
  press('看新的预约')
  expect(wentTo()).toBe(`/features/appointments/pages/visit/index?id=${NEW_VISIT_ID}`)
  unmount()
  queryClient.clear()
  fakeBff.replies(VISIT, aVisit({ status: 'cancelled', changeable: false, endedReason: '系统升级，当天停办' }))
  renderPage(<VisitPage />, situation)
  expect(await screen.findByText('系统升级，当天停办')).toBeTruthy()
  expect(screen.queryByRole('img')).toBeNull()
  press('再约一次')
  expect(wentTo()).toBe('/features/appointments/pages/start/index')
})

test('without a network the last answer is shown with its time', async () => {
  const { unmount } = renderPage(<VisitPage />, situation)
  await screen.findByText('怎么去')
  unmount()
  queryClient.clear()
  fakeBff.isUnreachable(VISIT)
  renderPage(<VisitPage />, situation)
  expect(await screen.findByText(/这是 .*月.*日 周. .午.* 的结果/)).toBeTruthy()
  expect(screen.getAllByText('1121 482 905').length).toBeGreaterThan(0)
})

test('a visit that is not there leads to the list, as does a link that was cut', async () => {
  fakeBff.refuses(VISIT, 'not_found')
  const { unmount } = renderPage(<VisitPage />, situation)
  expect(await screen.findByText('没有找到这个预约')).toBeTruthy()
  unmount()
  renderPage(<VisitPage />, { signedIn: verified })
  press('看我的预约')
  expect(wentTo()).toBe('/features/appointments/pages/visits/index')
})

describe('my visits', () => {
  test('what is held comes before what is to come and what was', async () => {
    fakeBff.replies(VISITS, visitList({ active: [aVisit()], past: [aVisit({ id: 'd9', status: 'no_show' })] }))
    fakeBff.replies('GET /v1/waiting-entries', { items: [anEntry(), anEntry({ id: 'b2', status: 'offered', ahead: 0 })] })
    renderPage(<VisitsPage />, { signedIn: verified })
    await screen.findByText('有名额，等您确认')
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      '排队和为您留的名额',
      '要去的',
      '以前的',
    ])
    const [offer, waiting] = within(screen.getByRole('list', { name: '排队和为您留的名额' })).getAllByRole('link')
    expect(offer?.textContent).toContain('有名额，等您确认')
    expect(waiting?.textContent).toContain('您前面还有 2 人')
    press(/没有到场/, 'link')
    expect(wentTo()).toBe('/features/appointments/pages/visit/index?id=d9')
    press(/您前面还有/, 'link')
    expect(wentTo()).toBe(`/features/appointments/pages/waiting/index?id=${ENTRY_ID}`)
  })

  test('none: says how to begin', async () => {
    renderPage(<VisitsPage />, { signedIn: verified })
    expect(await screen.findByText('现在没有要去的预约')).toBeTruthy()
    press('去预约')
    expect(wentTo()).toBe('/features/appointments/pages/start/index')
  })

  test('whoever is not signed in is told what for, and nothing is asked', () => {
    renderPage(<VisitsPage />)
    press('登录')
    expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
    expect(fakeBff.received(VISITS)).toHaveLength(0)
  })

  test('without a network the last list is shown with its time', async () => {
    fakeBff.replies(VISITS, visitList({ active: [aVisit()] }))
    const { unmount } = renderPage(<VisitsPage />, { signedIn: verified })
    await screen.findByText('已预约')
    unmount()
    queryClient.clear()
    fakeBff.isUnreachable(VISITS)
    renderPage(<VisitsPage />, { signedIn: verified })
    expect(await screen.findByText(/这是 .* 的结果/)).toBeTruthy()
    expect(screen.getByText('已预约')).toBeTruthy()
  })
})

describe('cancelling', () => {
  test('is asked about with its price, done once, and can be followed by a new visit', async () => {
    const release = fakeBff.waits(CANCEL)
    renderPage(<CancelPage />, situation)
    expect(await screen.findByText(/30 天内取消 3 次，会暂停 7 天/)).toBeTruthy()
    press('取消这个预约')
    press(/取消这个预约|请稍候/)
    await waitFor(() => {
      expect(fakeBff.received(CANCEL)).toHaveLength(1)
    })
    fakeBff.replies(VISIT, aVisit({ status: 'cancelled', changeable: false }))
    act(() => {
      release(aVisit({ status: 'cancelled', changeable: false }))
    })
    expect(await screen.findByRole('heading', { level: 1, name: '已取消' })).toBeTruthy()
    expect(fakeBff.received(CANCEL)).toHaveLength(1)
    press('再约一次')
    expect(wentTo()).toBe('/features/appointments/pages/start/index')
  })

  test('a dead network loses nothing', async () => {
    fakeBff.isUnreachable(CANCEL)
    renderPage(<CancelPage />, situation)
    await screen.findByText('要取消这个预约吗？')
    press('取消这个预约')
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    fakeBff.replies(CANCEL, aVisit({ status: 'cancelled', changeable: false }))
    press('再试一次')
    expect(await screen.findByRole('heading', { level: 1, name: '已取消' })).toBeTruthy()
  })

  test('what has begun cannot be cancelled, and the page says so', async () => {
    fakeBff.refuses(CANCEL, 'appointment_not_changeable')
    renderPage(<CancelPage />, situation)
    await screen.findByText('要取消这个预约吗？')
    press('取消这个预约')
    expect(await screen.findByText('这个预约不能再改动')).toBeTruthy()
    press('看这个预约')
    expect(wentTo()).toBe(`/features/appointments/pages/visit/index?id=${VISIT_ID}`)
  })

  test('moving is offered instead', async () => {
    renderPage(<CancelPage />, situation)
    await screen.findByText('要取消这个预约吗？')
    press('改时间')
    expect(wentTo()).toBe(`/features/appointments/pages/move-day/index?id=${VISIT_ID}`)
  })
})
