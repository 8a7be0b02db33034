import { nameOf } from '../../weapp-runner/view-layer/roles'
import { bookAs, hallSlot, MONDAY_MORNING, openHall, somebodyElse } from '../support/visits'
import { bookingPage, chooseAll, chooseDay, chooseHall } from './booking'
import { opensEach, pagesOf } from './every-page'
import { arrivesAt, press } from './hands'
import { tokenOn, verified, visitor } from './people'
import { prepareJourneys } from './phone'
import { clerk, openBoard, staffPage } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const DAY = { itemGroup: 'household', date: '2026-11-23' } as const

test('every page of visits keeps to the budget, and each of its controls has a role and a name', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await verified(stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseAll(app, { group: '户籍和身份证', day: '11月24日 周二', time: '上午9:00' })
  const full = await hallSlot(stack, { itemGroup: 'general', date: '2026-11-24' }, '10:00')
  const { visit } = await bookAs(stack, { id: '', token: tokenOn(app) }, full.id)
  const pages = pagesOf('features/appointments')
  expect(pages.length).toBeGreaterThan(10)
  const later = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start: 'pages/me/index' })
  const place = 'office=hall&itemGroup=general&date=2026-11-24&startsAt=10:00&endsAt=10:15'
  await opensEach(later, pages, `id=${visit.id}&slotId=${full.id}&${place}`)
})

test('so does every page of staff, on a day on which somebody comes', async () => {
  const { stack } = journey
  const slot = await hallSlot(stack, DAY, '09:00')
  for (let people = 0; people < 4; people += 1) await bookAs(stack, await somebodyElse(stack), slot.id)
  const { visit } = await bookAs(stack, await somebodyElse(stack), slot.id)
  const app = await journey.open({ ...(await clerk(stack, 'admin')), start: 'pages/me/index' })
  const pages = pagesOf('features/staff')
  expect(pages.length).toBeGreaterThan(10)
  await opensEach(
    app,
    pages,
    `office=hall&date=${DAY.date}&group=${DAY.itemGroup}&slot=${slot.id}&visit=${visit.id}&from=09:00&to=09:20`,
  )
})

test('the month is a grid with days that say whether they are chosen, and the board has radios that do', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseHall(app, '户籍和身份证')
  await app.waitFor(() => app.getByRole('grid', { name: '2026年11月' }))
  expect(app.findAllByRole('columnheader').map(nameOf)).toEqual(['周一', '周二', '周三', '周四', '周五', '周六', '周日'])
  expect(app.getByRole('gridcell', { name: /^11月22日 周日，已过/ })).toBeDefined()
  await chooseDay(app, '11月24日 周二')
  await app.back()
  await arrivesAt(app, '哪一天来？')
  const isChosen = (day: RegExp) => app.getByRole('gridcell', { name: day }).attrs['ariaSelected']
  expect([isChosen(/^11月24日/), isChosen(/^11月25日/)]).toEqual(['true', 'false'])

  const staff = await journey.open({ ...(await clerk(journey.stack)), start: staffPage('home') })
  await openBoard(staff, '社会保险')
  const isOn = (name: string) => staff.getByRole('radio', { name }).attrs['ariaChecked']
  await staff.waitFor(() => isOn('社会保险') === 'true')
  expect(isOn('户籍和身份证')).toBe('false')
  await press(staff, /^09:00–09:15/, 'link')
  await arrivesAt(staff, '一个时段')
})
