import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import {
  aVaccine,
  aVisit,
  countyAnswers,
  hasAnswered,
  nearest,
  NEW_VISIT_ID,
  OTHER_SLOT_ID,
  SLOT_ID,
  verified,
  VISIT_ID,
  visitList,
} from '../../testing/visits'
import CheckPage from './index'

const BOOK = 'POST /v1/appointments'
const CHECK = 'GET /v1/vaccine-check'
const BOOKED = `/features/appointments/pages/booked/index?id=${VISIT_ID}`

const keysSent = () => fakeBff.received(BOOK).map(({ headers }) => headers['Idempotency-Key'])
const arrives = (address: string) =>
  waitFor(() => {
    expect(wentTo()).toBe(address)
  })

async function show(answers: Parameters<typeof hasAnswered>[1] = {}) {
  hasAnswered('booking', answers)
  const page = renderPage(<CheckPage />, { signedIn: verified })
  await screen.findByText('茶陵县政务服务中心')
  return page
}

beforeEach(() => {
  countyAnswers()
  fakeBff.replies('GET /v1/nearest-slots', nearest())
})

test('everything is said before anything is sent, and each answer can be changed', async () => {
  await show()
  for (const words of ['户籍和身份证', '11月23日 周一', '上午9:00 到 9:20', '王*英', '身份证或户口簿'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(fakeBff.received(BOOK)).toHaveLength(0)
  press('修改几点')
  expect(wentTo()).toBe('/features/appointments/pages/time/index')
})

test('confirming books the chosen time and leads to the result, with nothing to go back into', async () => {
  fakeBff.replies(BOOK, aVisit())
  await show()
  press('确认预约')
  await arrives(BOOKED)
  expect(taroState.navigations.at(-1)?.how).toBe('reLaunch')
  expect(fakeBff.received(BOOK)[0]?.body).toEqual({ slotId: SLOT_ID })
  await waitFor(() => {
    expect(taroState.storage.has('one-visit:draft:booking')).toBe(false)
  })
})

test('two taps book once', async () => {
  const release = fakeBff.waits(BOOK)
  await show()
  press('确认预约')
  press(/确认预约|请稍候/)
  await waitFor(() => {
    expect(fakeBff.received(BOOK)).toHaveLength(1)
  })
  press('请稍候…')
  act(() => {
    release(aVisit())
  })
  await arrives(BOOKED)
  expect(fakeBff.received(BOOK)).toHaveLength(1)
})

test('after a dead network, even with the app closed in between, the same booking goes out again', async () => {
  fakeBff.isUnreachable(BOOK)
  const { unmount } = await show()
  press('确认预约')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  press('再试一次')
  await waitFor(() => {
    expect(keysSent()).toHaveLength(2)
  })
  unmount()
  fakeBff.replies(BOOK, aVisit())
  renderPage(<CheckPage />, { signedIn: verified })
  await screen.findByText('茶陵县政务服务中心')
  press('确认预约')
  await arrives(BOOKED)
  expect(new Set(keysSent())).toEqual(new Set(['key-of-the-choice']))
})

test('an ended session leads to signing in, and the answers are still here', async () => {
  fakeBff.refuses(BOOK, 'session_expired')
  await show()
  press('确认预约')
  await arrives('/pages/sign-in/index?reason=session_expired')
  expect(screen.getByText('上午9:00 到 9:20')).toBeTruthy()
  expect(taroState.storage.get('one-visit:draft:booking')).toMatchObject({ values: { slotId: SLOT_ID } })
})

test('a time that was just taken: says so, and the nearest free time can be had at once under a key of its own', async () => {
  fakeBff.refuses(BOOK, 'slot_full')
  await show()
  press('确认预约')
  expect(await screen.findByRole('heading', { level: 1, name: '这个时间刚刚约满' })).toBeTruthy()
  await screen.findByText('11月25日 周三 下午2:00 到 2:20')
  press(/11月25日/, 'link')
  expect(await screen.findByRole('heading', { level: 1, name: '请核对' })).toBeTruthy()
  expect(screen.getByText('下东街道便民服务中心')).toBeTruthy()
  fakeBff.replies(BOOK, aVisit())
  press('确认预约')
  await arrives(BOOKED)
  expect(fakeBff.received(BOOK)[1]?.body).toEqual({ slotId: OTHER_SLOT_ID })
  expect(new Set(keysSent()).size).toBe(2)
})

test('a taken time can be waited for; another day and another place are there too', async () => {
  fakeBff.refuses(BOOK, 'slot_full')
  await show()
  press('确认预约')
  await screen.findByText('11月25日 周三 下午2:00 到 2:20')
  press('排队等这个时间')
  expect(wentTo()).toContain(`/features/appointments/pages/wait/index?slotId=${SLOT_ID}`)
  press('换一天')
  expect(wentTo()).toBe('/features/appointments/pages/day/index')
  press('换个地方')
  expect(wentTo()).toBe('/features/appointments/pages/office/index')
})

test('places kept for elders: other times, but no waiting', async () => {
  fakeBff.refuses(BOOK, 'slot_kept_for_elders')
  fakeBff.isUnreachable('GET /v1/nearest-slots')
  await show()
  press('确认预约')
  expect(await screen.findByText('没有查到别的时间。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '排队等这个时间' })).toBeNull()
  expect(screen.getByRole('button', { name: '换一天' })).toBeTruthy()
})

test('a second visit of the same kind opens the first', async () => {
  fakeBff.refuses(BOOK, 'already_booked')
  fakeBff.replies('GET /v1/appointments', visitList({ active: [aVisit({ id: NEW_VISIT_ID })] }))
  await show()
  press('确认预约')
  await screen.findByRole('heading', { level: 1, name: '您已经约了这一类事' })
  await waitFor(() => {
    press('看已有的预约')
    expect(wentTo()).toBe(`/features/appointments/pages/visit/index?id=${NEW_VISIT_ID}`)
  })
})

test.each([
  ['booking_paused', '您可以直接到大厅取号办理，不受影响。'],
  ['appointment_limit_reached', '请先办完或取消一个，再约新的。'],
] as const)('%s says what to do instead', async (code, words) => {
  fakeBff.refuses(BOOK, code)
  await show()
  press('确认预约')
  expect(await screen.findByText(words)).toBeTruthy()
  expect(await screen.findByRole('button', { name: '打电话问：12345' })).toBeTruthy()
})

test('a department that is away can be asked again', async () => {
  fakeBff.refuses(BOOK, 'department_unavailable', { detail: '公安系统暂时不能用' })
  await show()
  press('确认预约')
  expect(await screen.findByText('公安系统暂时不能用')).toBeTruthy()
  fakeBff.replies(BOOK, aVisit())
  press('再试一次')
  await arrives(BOOKED)
})

test('what is no longer in the list leads to the beginning', async () => {
  hasAnswered('booking', { office: 'closed-for-good' })
  renderPage(<CheckPage />, { signedIn: verified })
  expect(await screen.findByText('没有这个选项了')).toBeTruthy()
})

describe('vaccines', () => {
  const verdict = {
    eligible: true,
    reason: '年龄和间隔都合适。',
    earliestDate: null,
    dosesHad: 1,
    dosesNeeded: 2,
    asOf: '2026-11-21T01:00:00.000Z',
  }

  beforeEach(() => {
    countyAnswers([aVaccine()])
  })

  test('whoever may have it goes on', async () => {
    fakeBff.replies(CHECK, verdict)
    await show({ itemGroup: 'shingles' })
    expect(await screen.findByText('已接种 1 剂，一共要 2 剂。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '确认预约' })).toBeTruthy()
  })

  test('whoever may not yet is told from when, and does not confirm in vain', async () => {
    fakeBff.replies(CHECK, { ...verdict, eligible: false, reason: '离上一剂还不到 60 天。', earliestDate: '2026-12-01' })
    await show({ itemGroup: 'shingles' })
    expect(await screen.findByText('最早可以约 12月1日 周二。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '确认预约' })).toBeNull()
    press('换一天')
    expect(wentTo()).toBe('/features/appointments/pages/day/index')
  })

  test('with the health department away the booking decides', async () => {
    fakeBff.refuses(CHECK, 'department_timeout')
    await show({ itemGroup: 'shingles' })
    expect(await screen.findByText('现在查不到接种记录，确认时会再查一次。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '确认预约' })).toBeTruthy()
  })
})
