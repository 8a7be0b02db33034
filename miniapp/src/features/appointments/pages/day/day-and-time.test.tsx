import { act, fireEvent, screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { aDay, aMonth, aSlot, countyAnswers, hasAnswered, NOW, OTHER_SLOT_ID, SLOT_ID, slotList } from '../../testing/visits'
import TimePage from '../time/index'
import DayPage from './index'

const DAYS = 'GET /v1/slot-days'
const SLOTS = 'GET /v1/slots'

const day = (name: RegExp) => screen.getByRole('gridcell', { name })
const arrives = (address: string) => screen.findByText((_, element) => element === document.body && wentTo() === address)

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  countyAnswers()
  fakeBff.replies(DAYS, aMonth())
  hasAnswered('booking', { date: '', slotId: '' })
})

afterEach(() => {
  jest.restoreAllMocks()
})

test('a month at a glance: each day says its state in words and by a sign', async () => {
  renderPage(<DayPage />)
  expect(await screen.findByRole('grid', { name: '2026年11月' })).toBeTruthy()
  expect(day(/^11月23日 周一，有名额/).textContent).toBe('23有')
  expect(day(/^11月24日 周二，约满了/).textContent).toBe('24满')
  expect(day(/^11月22日 周日，不办/).textContent).toBe('22休')
  expect(fakeBff.received(DAYS)[0]?.endpoint).toContain('office=hall&itemGroup=household&month=2026-11')
})

test('Saturdays that are open are said apart', async () => {
  renderPage(<DayPage />)
  expect(await screen.findByText('11月28日 周六：周六也能办')).toBeTruthy()
})

test('a closed day tells why and leads nowhere', async () => {
  renderPage(<DayPage />)
  await screen.findByRole('grid')
  fireEvent.click(day(/^11月22日/))
  expect(await screen.findByText('11月22日 周日不办')).toBeTruthy()
  expect(screen.getByText('星期日休息')).toBeTruthy()
  expect(wentTo()).toBeUndefined()
})

test('an open day leads to its times, a full one too: it can be waited for', async () => {
  renderPage(<DayPage />)
  await screen.findByRole('grid')
  fireEvent.click(day(/^11月24日/))
  expect(wentTo()).toBe('/features/appointments/pages/time/index')
  expect(taroState.storage.get('one-visit:draft:booking')).toMatchObject({ values: { date: '2026-11-24' } })
})

test('on the last evening of a month the next one is pointed at', async () => {
  const { items, ...month } = aMonth()
  fakeBff.replies(DAYS, { ...month, items: items.map((one) => ({ ...one, state: 'past' as const })) })
  renderPage(<DayPage />)
  expect(await screen.findByText('这个月没有可以约的日子了，请点“下个月”。')).toBeTruthy()
})

test('one day is reached by Tab, and the arrow keys go on from it', async () => {
  renderPage(<DayPage />)
  await screen.findByRole('grid')
  const stops = () => screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0 && cell.hasAttribute('tabindex'))
  expect(stops().map((cell) => cell.textContent)).toEqual(['21有'])
  fireEvent.keyDown(day(/^11月21日/), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(day(/^11月28日/))
  expect(stops().map((cell) => cell.textContent)).toEqual(['28有'])
  fireEvent.keyDown(day(/^11月28日/), { key: 'ArrowUp' })
  fireEvent.keyDown(day(/^11月21日/), { key: 'ArrowLeft' })
  expect(document.activeElement).toBe(day(/^11月21日/))
  fireEvent.keyDown(day(/^11月21日/), { key: 'Enter' })
  expect(wentTo()).toBe('/features/appointments/pages/time/index')
})

test('the next month can be looked at while days of it can be booked, and no further', async () => {
  renderPage(<DayPage />)
  await screen.findByRole('grid')
  expect(screen.queryByRole('button', { name: '上个月' })).toBeNull()
  fakeBff.replies(DAYS, {
    ...aMonth(),
    items: [aDay('2026-12-01', 'open'), aDay('2026-12-31', 'not_yet', { reason: '12月17日开放' })],
  })
  press('下个月')
  expect(await screen.findByRole('grid', { name: '2026年12月' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '下个月' })).toBeNull()
  expect(screen.getByText('后面的日子 11月22日 周日 上午8:00 开放。')).toBeTruthy()
  fireEvent.click(day(/^12月31日/))
  expect(await screen.findByText('12月17日开放')).toBeTruthy()
})

/** So early that all days that can be booked are of one month. */
const earlyInTheMonth = () => jest.spyOn(Date, 'now').mockReturnValue(NOW - 14 * 86_400_000)

test('elder mode lists the open days, one below the other, and the full ones apart', async () => {
  earlyInTheMonth()
  fakeBff.replies(DAYS, {
    ...aMonth(),
    items: [aDay('2026-11-22', 'closed', { reason: '星期日休息' }), aDay('2026-11-23', 'open'), aDay('2026-11-24', 'full')],
  })
  renderPage(<DayPage />, { elder: true })
  expect(await screen.findByRole('list', { name: '可以约的日子' })).toBeTruthy()
  expect(screen.queryByRole('grid')).toBeNull()
  expect(within(screen.getByRole('list', { name: '约满的日子，可以排队等名额' })).getAllByRole('link')[0]?.textContent).toContain(
    '11月24日',
  )
  press(/^11月23日 周一/, 'link')
  expect(wentTo()).toBe('/features/appointments/pages/time/index')
})

test('a year without holiday data is no dead end for elders either', async () => {
  earlyInTheMonth()
  fakeBff.replies(DAYS, { ...aMonth(), items: [aDay('2026-11-23', 'unknown', { reason: '放假安排还没公布' })] })
  renderPage(<DayPage />, { elder: true })
  expect(await screen.findByText('最近没有可以约的日子')).toBeTruthy()
  press('换个地方')
  expect(wentTo()).toBe('/features/appointments/pages/office/index')
})

describe('times', () => {
  const showTimes = () => {
    hasAnswered('booking', { date: '2026-11-23', slotId: '', who: '' })
    renderPage(<TimePage />)
  }

  test('each says what is free, and what of it is kept for elders', async () => {
    fakeBff.replies(
      SLOTS,
      slotList([
        aSlot(),
        aSlot({ id: OTHER_SLOT_ID, startsAt: '13:00', endsAt: '13:20', free: 0, freeForElders: 1 }),
        aSlot({ id: 'c3', startsAt: '10:00', endsAt: '10:20', state: 'paused' }),
        aSlot({ id: 'c4', startsAt: '08:00', endsAt: '08:20', state: 'past' }),
      ]),
    )
    showTimes()
    const [first] = await screen.findAllByRole('link', { name: /上午9:00 到 9:20/ })
    expect(first?.textContent).toContain('还有 3 个名额')
    expect(screen.getByText(/^另外给 60 岁以上的长辈和帮代办留了名额/)).toBeTruthy()
    expect(screen.getByRole('link', { name: /下午1:00 到 1:20/ }).textContent).toContain('留给长辈')
    expect(screen.getByText('窗口临时停办，不能预约：上午10:00 到 10:20')).toBeTruthy()
    expect(screen.queryByText(/上午8:00/)).toBeNull()
  })

  test('choosing one leads to for whom, with a key of its own', async () => {
    fakeBff.replies(SLOTS, slotList([aSlot()]))
    showTimes()
    await screen.findByText('上午9:00 到 9:20')
    press(/上午9:00/, 'link')
    await act(() => Promise.resolve())
    await arrives('/features/appointments/pages/who/index')
    const { values } = taroState.storage.get('one-visit:draft:booking') as { values: Record<string, string> }
    expect(values).toMatchObject({ slotId: SLOT_ID, startsAt: '09:00' })
    expect(values['key']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a full one offers the waiting list', async () => {
    fakeBff.replies(SLOTS, slotList([aSlot({ state: 'full', free: 0, freeForElders: 0 })], aDay('2026-11-23', 'full')))
    showTimes()
    expect(await screen.findByText('这一天约满了')).toBeTruthy()
    press(/约满了/, 'link')
    expect(wentTo()).toContain(`/features/appointments/pages/wait/index?office=hall&itemGroup=household&slotId=${SLOT_ID}`)
  })

  test('a day that closed meanwhile says why and leads to another', async () => {
    fakeBff.replies(SLOTS, slotList([], aDay('2026-11-23', 'closed', { reason: '系统升级，临时停办' })))
    showTimes()
    expect(await screen.findByText('系统升级，临时停办')).toBeTruthy()
    press('换一天')
    expect(wentTo()).toBe('/features/appointments/pages/day/index')
  })

  test('what is done on a Saturday is named', async () => {
    const saturday = aDay('2026-11-28', 'open', { extraDay: true, reason: '周六也能办' })
    fakeBff.replies(SLOTS, { ...slotList([aSlot()], saturday), extraDayItems: ['省内居民身份证挂失申报'] })
    showTimes()
    expect(await screen.findByText('省内居民身份证挂失申报')).toBeTruthy()
  })
})

test('the place may come from the page of an item; the same place keeps the day that was chosen', async () => {
  hasAnswered('booking', { itemGroup: 'vehicle', office: 'hall', date: '2026-11-25' })
  renderPage(<DayPage />, { query: { itemGroup: 'household', office: 'xiadong' } }).unmount()
  const kept = () => taroState.storage.get('one-visit:draft:booking')
  expect(kept()).toMatchObject({ values: { itemGroup: 'household', office: 'xiadong', date: '' } })
  hasAnswered('booking', { office: 'xiadong', date: '2026-11-25' })
  renderPage(<DayPage />, { query: { itemGroup: 'household', office: 'xiadong' } })
  await screen.findByRole('grid')
  expect(kept()).toMatchObject({ values: { office: 'xiadong', date: '2026-11-25' } })
})
