import { bookingPage, chooseDay, chooseTime, confirm, openSignedIn } from '../support/booking'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { MONDAY_MORNING, openHall } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING, county: '430212' })
beforeAll(() => openHall(journey.stack))

test('the same build is the app of another county: its name, its offices, its days', async () => {
  const { page, open } = await openSignedIn(journey)
  await open('/')
  await arrivesAt(page, /^株洲市渌口区/)
  await press(page, /^预约办事/, 'link')
  await press(page, /^医疗保险/, 'link')
  await arrivesAt(page, '到哪里办？')
  await page.getByRole('link', { name: /^渌口区政务服务中心/ }).waitFor()
  await page.getByRole('link', { name: /^淦田镇便民服务中心/ }).waitFor()
  expect(await page.getByText(/茶陵/).count()).toBe(0)
  await press(page, /^渌口区政务服务中心/, 'link')
  await arrivesAt(page, '哪一天来？')
  // In 渌口 Saturdays end at noon.
  await chooseDay(page, '11月28日 周六')
  expect(await page.getByRole('link', { name: /^下午/ }).count()).toBe(0)
  await chooseTime(page, '上午11:40')
  await press(page, '给我自己预约')
  await confirm(page)
  await arrivesAt(page, '预约好了')
  await sees(page, '11月28日 周六 上午11:40 到 下午12:00，渌口区政务服务中心')
  await open(bookingPage('visits'))
  await sees(page, /渌口区政务服务中心/)
})
