import { nameOf } from '../../weapp-runner/view-layer/roles'
import { MONDAY_MORNING, openHall } from '../support/visits'
import { bookingPage, chooseDay, chooseHall } from './booking'
import { arrivesAt, press } from './hands'
import { verified } from './people'
import { prepareJourneys } from './phone'
import { clerk, openBoard, staffPage } from './staff'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)

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
