import { readFile } from 'node:fs/promises'
import type { SignedIn } from '../../race/seed'
import { person } from '../../../bff/test/people'
import { bookingPage, chooseAll, chooseDay, chooseHall, chooseTime, confirm, openSignedIn } from '../support/booking'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { signInByPhone } from '../support/sign-in'
import { bookAs, hallSlot, MONDAY_MORNING, openHall, somebodyElse } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const visitsOf = ({ token }: SignedIn) => journey.stack.call('GET /v1/appointments', { token })

/** Somebody with a visit of the hall, and a window of theirs. */
async function withVisit(itemGroup: string, date: string, startsAt: string) {
  const { stack } = journey
  const slot = await hallSlot(stack, { itemGroup, date }, startsAt)
  const booked = await bookAs(stack, await somebodyElse(stack), slot.id)
  return { visit: booked.visit, ...(await openSignedIn(journey, { as: booked })) }
}

test('a newcomer books a visit, from the first screen to the entry in the own calendar', async () => {
  const { name, residentId, phone } = person('chenjianguo')
  const { page, open } = await journey.visit()
  await open('/')
  await press(page, /^预约办事/, 'link')
  await chooseHall(page, '户籍和身份证')
  await chooseDay(page, '11月24日 周二')
  await chooseTime(page, '上午9:00')
  await arrivesAt(page, '给谁预约？')
  await press(page, '去登录')
  await signInByPhone(page, journey.stack, phone)
  await arrivesAt(page, '给谁预约？')
  await press(page, '去实名')
  await fillIn(page, '姓名', name)
  await fillIn(page, '身份证号', residentId)
  await press(page, '核对')
  await arrivesAt(page, '给谁预约？')
  await press(page, '给我自己预约')

  await arrivesAt(page, '请核对')
  const answers = await page.getByRole('list', { name: '您的预约' }).innerText()
  for (const part of ['户籍和身份证', '茶陵县政务服务中心', '11月24日 周二', '上午9:00 到 9:20', '陈*国', '身份证或户口簿'])
    expect(answers).toContain(part)
  await confirm(page)

  await arrivesAt(page, '预约好了')
  await sees(page, '11月24日 周二 上午9:00 到 9:20，茶陵县政务服务中心')
  const qrCode = page.getByRole('img', { name: /^签到二维码，预约号 \d{4} \d{3} \d{3}$/ })
  const [, number = ''] = /预约号 (.*)$/.exec((await qrCode.getAttribute('aria-label')) ?? '') ?? []
  await sees(page, number)
  expect(
    await qrCode.locator('img').evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).not.toBe(0)
  await sees(page, '办身份证的本人到场采集照片和指纹')
  await sees(page, /^茶陵县示例路 1 号/)
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '记到手机日历')])
  expect(download.suggestedFilename()).toBe('预约：户籍和身份证.ics')
  const entry = (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '')
  for (const line of ['DTSTART:20261124T010000Z', 'DTEND:20261124T012000Z', 'TRIGGER:-PT120M', 'BEGIN:VEVENT', number])
    expect(entry).toContain(line)

  await open(bookingPage('visits'))
  await press(page, /^户籍和身份证.*11月24日 周二 上午9:00/, 'link')
  await arrivesAt(page, '预约详情')
  await sees(page, number)
})

test('a visit is moved in one step: the new time is had, the old one is over', async () => {
  const { page, open, visit, token, id } = await withVisit('exit-entry', '2026-11-25', '09:00')
  await open(`${bookingPage('visit')}?id=${visit.id}`)
  await press(page, '改时间')
  await arrivesAt(page, '改到哪一天？')
  await chooseDay(page, '11月26日 周四')
  await chooseTime(page, '下午2:00')
  await arrivesAt(page, '请核对新时间')
  const times = await page.getByRole('list', { name: '请核对新时间' }).innerText()
  expect(times).toContain('11月25日 周三 上午9:00 到 9:20')
  expect(times).toContain('11月26日 周四 下午2:00 到 2:20')
  await press(page, '确认改时间')
  await arrivesAt(page, '时间改好了')
  await sees(page, '11月26日 周四 下午2:00 到 2:20，茶陵县政务服务中心')
  const { active, past } = await visitsOf({ id, token })
  expect(active).toMatchObject([{ date: '2026-11-26', startsAt: '14:00', status: 'booked' }])
  expect(past).toMatchObject([{ id: visit.id, status: 'moved' }])
  await open(`${bookingPage('visit')}?id=${visit.id}`)
  await press(page, '看新的预约')
  await sees(page, '11月26日 周四 下午2:00 到 2:20')
})

test('whoever does not want to cancel after all keeps the visit; whoever does is told and finds it among the old ones', async () => {
  const { page, open, visit, token, id } = await withVisit('real-estate', '2026-11-25', '09:00')
  await open(bookingPage('visits'))
  await press(page, /^不动产登记/, 'link')
  await press(page, '取消预约')
  await arrivesAt(page, '取消预约')
  await press(page, '不取消')
  await arrivesAt(page, '预约详情')
  expect((await visitsOf({ id, token })).active).toHaveLength(1)
  await press(page, '取消预约')
  await press(page, '取消这个预约')
  await arrivesAt(page, '已取消')
  await press(page, '看我的预约')
  await arrivesAt(page, '我的预约')
  await sees(page, '现在没有要去的预约')
  await page
    .getByRole('list', { name: '以前的' })
    .getByRole('link', { name: /不动产登记.*已取消/ })
    .waitFor()
  expect((await visitsOf({ id, token })).past).toMatchObject([{ id: visit.id, status: 'cancelled' }])
})

test('changing an answer on the way leads back with the rest kept', async () => {
  const { page, open } = await openSignedIn(journey)
  await open(bookingPage('start'))
  await chooseAll(page, { group: '综合受理', day: '11月24日 周二', time: '上午10:00' })
  await press(page, '修改几点')
  await arrivesAt(page, '几点来？')
  await chooseTime(page, '上午11:00')
  await arrivesAt(page, '请核对')
  await sees(page, '上午11:00 到 11:15')
  await sees(page, '11月24日 周二')
  await confirm(page)
  await arrivesAt(page, '预约好了')
})
