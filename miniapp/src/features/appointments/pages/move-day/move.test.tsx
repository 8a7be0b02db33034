import { fireEvent, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import {
  aMonth,
  aSlot,
  aVisit,
  countyAnswers,
  hasAnswered,
  nearest,
  NEW_VISIT_ID,
  NOW,
  OTHER_SLOT_ID,
  slotList,
  verified,
  VISIT_ID,
} from '../../testing/visits'
import MoveCheckPage from '../move-check/index'
import MoveTimePage from '../move-time/index'
import MoveDayPage from './index'

const MOVE = 'POST /v1/appointments/:id/move'
const situation = { signedIn: verified, query: { id: VISIT_ID } }
const chosen = { visit: VISIT_ID, date: '2026-11-25', slotId: OTHER_SLOT_ID, startsAt: '14:00', endsAt: '14:20' }

beforeEach(() => {
  countyAnswers()
  fakeBff.replies('GET /v1/appointments/:id', aVisit())
  fakeBff.replies('GET /v1/nearest-slots', nearest())
})

afterEach(() => {
  jest.restoreAllMocks()
})

test('the old time stays in sight while another day is chosen', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  fakeBff.replies('GET /v1/slot-days', aMonth())
  renderPage(<MoveDayPage />, situation)
  expect(await screen.findByText('11月23日 周一 上午9:00 到 9:20')).toBeTruthy()
  fireEvent.click(await screen.findByRole('gridcell', { name: /^11月25日/ }))
  expect(wentTo()).toBe(`/features/appointments/pages/move-time/index?id=${VISIT_ID}`)
})

test('a time leads to checking; a full one to waiting for it', async () => {
  fakeBff.replies(
    'GET /v1/slots',
    slotList([
      aSlot({ id: OTHER_SLOT_ID, startsAt: '14:00', endsAt: '14:20' }),
      aSlot({ id: 'c9', startsAt: '15:00', endsAt: '15:20', state: 'full', free: 0, freeForElders: 0 }),
    ]),
  )
  hasAnswered('move', { ...chosen, slotId: '' })
  renderPage(<MoveTimePage />, situation)
  await screen.findByText('下午2:00 到 2:20')
  press(/下午3:00/, 'link')
  expect(wentTo()).toContain(`&move=${VISIT_ID}`)
  press(/下午2:00/, 'link')
  await waitFor(() => {
    expect(wentTo()).toBe(`/features/appointments/pages/move-check/index?id=${VISIT_ID}`)
  })
})

test('old and new are checked beside each other, then moved in one step', async () => {
  fakeBff.replies(MOVE, aVisit({ id: NEW_VISIT_ID, date: '2026-11-25', startsAt: '14:00', endsAt: '14:20' }))
  hasAnswered('move', chosen)
  renderPage(<MoveCheckPage />, situation)
  expect(await screen.findByText('11月23日 周一 上午9:00 到 9:20')).toBeTruthy()
  expect(screen.getByText('11月25日 周三 下午2:00 到 2:20')).toBeTruthy()
  press('确认改时间')
  await waitFor(() => {
    expect(wentTo()).toBe(`/features/appointments/pages/booked/index?id=${NEW_VISIT_ID}&moved=1`)
  })
  expect(fakeBff.received(MOVE)[0]).toMatchObject({
    endpoint: `POST /v1/appointments/${VISIT_ID}/move`,
    body: { slotId: OTHER_SLOT_ID },
    headers: { 'Idempotency-Key': 'key-of-the-choice' },
  })
})

test('a new time that is taken leaves the old one, and offers others', async () => {
  fakeBff.refuses(MOVE, 'slot_full')
  hasAnswered('move', chosen)
  renderPage(<MoveCheckPage />, situation)
  await screen.findByText('11月23日 周一 上午9:00 到 9:20')
  press('确认改时间')
  await screen.findByText('这个时间刚刚约满')
  expect(screen.queryByRole('button', { name: '换个地方' })).toBeNull()
  await screen.findByText('11月25日 周三 下午2:00 到 2:20')
  press(/下东街道/, 'link')
  expect(await screen.findByText('下东街道便民服务中心')).toBeTruthy()
  press('修改新的时间')
  expect(wentTo()).toBe(`/features/appointments/pages/move-day/index?id=${VISIT_ID}`)
})

test('answers for another visit do not count here', async () => {
  hasAnswered('move', { ...chosen, visit: NEW_VISIT_ID })
  renderPage(<MoveCheckPage />, situation)
  expect(await screen.findByText('请先选新的时间')).toBeTruthy()
  press('选哪一天')
  expect(taroState.navigations.at(-1)?.how).toBe('redirectTo')
})

test('a visit that has begun cannot be moved', async () => {
  fakeBff.replies('GET /v1/appointments/:id', aVisit({ status: 'checked_in', changeable: false }))
  renderPage(<MoveDayPage />, situation)
  expect(await screen.findByText('这个预约不能再改时间')).toBeTruthy()
})
