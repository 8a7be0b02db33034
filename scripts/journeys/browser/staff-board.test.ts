import { readFile } from 'node:fs/promises'
import { formatVisitNumber, instantAt } from '@one-visit/shared/appointments/rules'
import type { Page } from 'playwright-core'
import { backToBoard, bySlots, cell, enterVisit, signInAtCounter, staffPage } from '../support/counter'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { bookAs, hallSlot, openHall, somebodyElse, type OtherVisit } from '../support/visits'

const journey = prepareJourneys({ start: instantAt('2026-11-23', '08:50') })
beforeAll(() => openHall(journey.stack))

const MINUTE = 60_000
/** Whatever happens shows so soon without anybody doing anything; milliseconds. */
const SOON = 5_000
const GENERAL = { itemGroup: 'general', date: '2026-11-23' }

async function somebodyBooks(time: string, day = GENERAL): Promise<OtherVisit> {
  const { stack } = journey
  return bookAs(stack, await somebodyElse(stack), (await hallSlot(stack, day, time)).id)
}

const visitOf = async ({ token, visit }: OtherVisit) =>
  journey.stack.call('GET /v1/appointments/:id', { token, params: { id: visit.id } })

/** Titles of the messages of these people. */
async function messagesOf(people: readonly OtherVisit[]): Promise<string[]> {
  await journey.stack.runJob('outbox')
  const lists = await Promise.all(people.map(({ token }) => journey.stack.call('GET /v1/messages', { token, query: {} })))
  return lists.flatMap(({ items }) => items.map(({ title }) => title))
}

async function clerkSignsIn(page: Page): Promise<void> {
  await arrivesAt(page, '预约看板')
  await signInAtCounter(page, journey.stack, 'clerk')
  await arrivesAt(page, '预约看板')
  await sees(page, '茶陵县政务服务中心 · 11月23日 周一')
  await cell(page, '09:00 综合受理', '可约 16，总数 16').waitFor()
  await bySlots(page)
}

async function newBookingShows(page: Page): Promise<OtherVisit> {
  await cell(page, '09:30 综合受理', '可约 4，总数 4，已约 0').waitFor()
  const booked = await somebodyBooks('09:30')
  await journey.pass(SOON)
  await cell(page, '09:30 综合受理', '可约 3，总数 4，已约 1').waitFor()
  return booked
}

async function opensSpareWindow(page: Page): Promise<void> {
  await cell(page, '09:30 综合受理').click()
  await arrivesAt(page, '一个时段')
  await press(page, '改窗口和人数')
  await sees(page, '平时开 2 个，备用 2 个')
  await fillIn(page, '开几个窗口？', '3')
  await sees(page, '改好后每个时段可接待 6 人。')
  await fillIn(page, '为什么？', '来的人多，开备用窗口')
  await press(page, '改成这样')
  await sees(page, '改了 1 个时段。')
  await backToBoard(page)
  await cell(page, '09:30 综合受理', '可约 5，总数 6，已约 1').waitFor()
}

async function makesRoom(page: Page): Promise<void> {
  const people = [await somebodyBooks('10:00'), await somebodyBooks('10:00'), await somebodyBooks('10:00')]
  await journey.pass(SOON)
  await cell(page, '10:00 综合受理', '已约 3').click()
  await press(page, '改窗口和人数')
  await fillIn(page, '开几个窗口？', '1')
  await fillIn(page, '为什么？', '一位同事请假')
  await press(page, '改成这样')
  await sees(page, '请把下面的人改到别的时间，他们会收到消息；改完再试一次。')
  await sees(page, '10:00–10:15 多出 1 人')
  await page
    .getByRole('link', { name: /^把 张\* 改到别的时间/ })
    .first()
    .click()
  await arrivesAt(page, '改到别的时间')
  await press(page, /^11月23日 周一 09:45–10:00/, 'radio')
  await fillIn(page, '为什么？', '窗口减少，请早来一刻钟')
  await press(page, '改到这个时间')
  await sees(page, '已改好，并会告诉本人')
  await press(page, '回到前一页')
  await arrivesAt(page, '改窗口和人数')
  await press(page, '再试一次')
  await sees(page, '改了 1 个时段。')
  await backToBoard(page)
  await cell(page, '10:00 综合受理', '已满，总数 2，已约 2').waitFor()
  expect((await messagesOf(people)).filter((title) => title.includes('改'))).toHaveLength(1)
}

async function pausesAndResumes(page: Page): Promise<void> {
  const { stack } = journey
  const { id: slotId } = await hallSlot(stack, GENERAL, '11:00')
  const { token } = await somebodyElse(stack)
  await cell(page, '11:00 综合受理').click()
  await press(page, '暂停预约')
  await arrivesAt(page, '暂停或恢复预约')
  await fillIn(page, '为什么？', '打印机坏了')
  await press(page, '暂停预约')
  await sees(page, '已暂停预约')
  expect(await stack.refused('POST /v1/appointments', { token, body: { slotId } })).toMatchObject({ code: 'slot_closed' })
  await backToBoard(page)
  await cell(page, '11:00 综合受理', '暂停，余 4').click()
  await press(page, '恢复预约')
  await fillIn(page, '为什么？', '打印机修好了')
  await press(page, '恢复预约')
  await sees(page, '已恢复预约')
  await backToBoard(page)
  await cell(page, '11:00 综合受理', '可约 4').waitFor()
}

async function entersForOthers(page: Page): Promise<void> {
  await press(page, '代为预约', 'link')
  await enterVisit(page, { channel: '电话预约', group: '户籍和身份证', time: /^11:00–11:20/, key: 'lixiaohong' })
  await sees(page, '已约好')
  await sees(page, '请在电话里念一遍预约号和时间。')
  await press(page, '再约一位')
  await enterVisit(page, { channel: '现场取号', group: '综合受理', time: /^09:00–09:15/, key: 'wangxiuying' })
  await sees(page, '已取号')
  await page
    .getByRole('status')
    .getByText(/^排队号/)
    .waitFor()
  await backToBoard(page)
  await cell(page, '11:00 户籍和身份证', '已约 1').waitFor()
  await cell(page, '09:00 综合受理', '已约 1.*签到 1').waitFor()
}

/** The elder without a booking comes before the person of the next slot, who has come, too. */
async function checksInAndServes(page: Page, come: OtherVisit): Promise<void> {
  await press(page, '签到', 'link')
  await fillIn(page, '预约号或身份证号', formatVisitNumber(come.visit.number))
  await press(page, '签到')
  await sees(page, '签到成功')
  expect(await visitOf(come)).toMatchObject({ status: 'checked_in', ticket: expect.any(String) })
  await press(page, '去叫号')
  await arrivesAt(page, '叫号')
  await press(page, '综合受理', 'radio')
  await fillIn(page, '我的窗口号', '5')
  await sees(page, '等叫号的人，按先后（2 人在等）')
  for (const who of ['王*英（长辈）', '张*']) {
    await press(page, '叫下一位')
    await sees(page, /^请 \S+ 到 5 号窗口$/)
    await sees(page, who)
    await press(page, '开始办理')
    await sees(page, /正在办理$/)
    await press(page, '办完了')
    await sees(page, '还没有叫人')
  }
  expect(await visitOf(come)).toMatchObject({ status: 'done', window: '5' })
}

async function notesNoShow(page: Page, { visit }: OtherVisit): Promise<void> {
  await page.goto(`${staffPage('day')}?office=hall&date=2026-11-23`)
  await page.getByRole('link', { name: new RegExp(formatVisitNumber(visit.number)) }).click()
  await arrivesAt(page, '一个预约')
  await press(page, '没有来')
  await page.getByRole('list', { name: '预约信息' }).getByText('没有到场').waitFor()
}

async function takesList(page: Page, { visit }: OtherVisit): Promise<void> {
  await page.goto(`${staffPage('day-list')}?office=hall&date=2026-11-23`)
  await fillIn(page, '用来做什么？', '停电时核对名单')
  await press(page, '取出名单')
  await sees(page, /^共 \d+ 个预约$/)
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '保存为表格文件')])
  expect(download.suggestedFilename()).toBe('预约名单-2026-11-23.csv')
  const saved = await readFile(await download.path(), 'utf8')
  const [head, ...rows] = saved.replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toBe('时间,办什么,预约号,姓名,身份证号,手机号,状态,排队号,怎么约的')
  expect(rows.find((row) => row.includes(formatVisitNumber(visit.number)))).toMatch(/^09:30–09:45,综合受理,.*办完/)
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('table', { name: '名单' }).getByText(formatVisitNumber(visit.number)).waitFor()
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
}

async function closesTomorrow(page: Page): Promise<void> {
  const { stack } = journey
  const people = [await somebodyBooks('09:00', { ...GENERAL, date: '2026-11-24' })]
  await page.goto(staffPage('board'))
  await press(page, '后一天')
  await sees(page, '茶陵县政务服务中心 · 11月24日 周二')
  await press(page, '关闭这一天', 'link')
  await sees(page, /^1 个预约会被取消/)
  await fillIn(page, '为什么？', '大厅检修电路')
  await press(page, '关闭这一天')
  await arrivesAt(page, '关闭这一天')
  await sees(page, '这一天已关闭')
  await backToBoard(page)
  await cell(page, '09:00 综合受理', '已关闭').waitFor()
  const [{ token } = { token: '' }] = people
  const { items } = await stack.call('GET /v1/waiting-entries', { token })
  expect(items).toMatchObject([{ status: 'offered', cause: 'office_closed', itemGroup: { id: 'general' } }])
  expect(await messagesOf(people)).not.toEqual([])
}

test('a whole morning at the counter, 1280 px wide', async () => {
  const { page, open } = await journey.visit({ width: 1280, height: 800 })
  await open(staffPage('board'))
  await clerkSignsIn(page)
  const come = await newBookingShows(page)
  await opensSpareWindow(page)
  await makesRoom(page)
  await pausesAndResumes(page)
  await entersForOthers(page)
  const absent = await somebodyBooks('09:15')
  await checksInAndServes(page, come)
  await journey.pass(28 * MINUTE)
  await press(page, '叫下一位')
  await notesNoShow(page, absent)
  await takesList(page, come)
  await closesTomorrow(page)
}, 120_000)
