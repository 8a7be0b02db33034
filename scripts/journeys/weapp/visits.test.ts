import { instantAt } from '@one-visit/shared/appointments/rules'
import { MONDAY_MORNING, openHall } from '../support/visits'
import { bookingPage, chooseAll, chooseDay, chooseHall, chooseTime, confirm, numberOn } from './booking'
import { arrivesAt, press, pressTwice, requestsTo, sees } from './hands'
import { giveRealName, signInByWechat, verified, verifiedMember, visitor } from './people'
import { prepareJourneys } from './phone'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const WISH = { group: '户籍和身份证', day: '11月24日 周二', time: '上午9:00' } as const
/** 下东街道便民服务中心, by the county pack. */
const XIADONG = { latitude: 26.7528, longitude: 113.5476 }

test('a newcomer books a visit, from the first screen to the number', async () => {
  const app = await journey.open(visitor('chenjianguo'))
  await press(app, /^预约办事/, 'link')
  await chooseHall(app, WISH.group)
  await chooseDay(app, WISH.day)
  await chooseTime(app, WISH.time)
  await arrivesAt(app, '给谁预约？')
  await press(app, '去登录')
  await signInByWechat(app)
  await arrivesAt(app, '给谁预约？')
  await press(app, '去实名')
  await giveRealName(app, 'chenjianguo')
  await arrivesAt(app, '给谁预约？')
  await press(app, '给我自己预约')
  await arrivesAt(app, '请核对')
  for (const answer of [WISH.group, '茶陵县政务服务中心', WISH.day, '上午9:00 到 9:20', '陈*国', '身份证或户口簿'])
    expect(app.text()).toContain(answer)
  await confirm(app)
  await sees(app, /11月24日 周二 上午9:00 到 9:20，茶陵县政务服务中心/)
  const shown = numberOn(app)
  expect(app.getByRole('img', { name: /^签到二维码，预约号 \d{4} \d{3} \d{3}$/ })).toBeDefined()
  expect(app.findAll('image').map(({ attrs }) => attrs['src'])).toContainEqual(expect.stringMatching(/^data:image\/svg\+xml,/))
  for (const part of ['办身份证的本人到场采集照片和指纹', '茶陵县示例路 1 号', '是示例，不是真的'])
    expect(app.text()).toContain(part)

  await app.open(bookingPage('visits'))
  await press(app, /^户籍和身份证.*11月24日 周二 上午9:00/, 'link')
  await arrivesAt(app, '预约详情')
  expect(numberOn(app)).toBe(shown)
})

test('the nearest office comes first when the person allows it, and the position stays on the phone', async () => {
  const app = await journey.open({ ...visitor('chenjianguo'), start: bookingPage('start') })
  await press(app, /^社会保险/, 'link')
  await arrivesAt(app, '到哪里办？')
  const isFirst = (name: RegExp) => app.findAllByRole('link').indexOf(app.getByRole('link', { name })) === 0
  await app.waitFor(() => app.findAllByRole('link').length > 1)
  expect(isFirst(/政务服务中心/)).toBe(true)
  await press(app, '近的排在前面')
  await sees(app, /没有拿到您的位置，先按原来的顺序排.*请在手机设置里允许/)
  expect(isFirst(/政务服务中心/)).toBe(true)
  app.answers.location = XIADONG
  await press(app, '近的排在前面')
  await sees(app, /已把近的排在前面/)
  expect(isFirst(/^下东街道便民服务中心.*约 \d+ 米/)).toBe(true)
  expect(app.getByRole('link', { name: /政务服务中心.*方便轮椅/ })).toBeDefined()
  const sent = app.report.requests.map(({ url }) => url).join(' ')
  expect(sent).not.toMatch(/26\.7|113\.5/)
})

test('a visit goes into the calendar of the phone, and a phone that refuses is told of', async () => {
  const app = await journey.open({ ...(await verified(journey.stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseAll(app, WISH)
  await confirm(app)
  const entries = () => app.report.ui.filter(({ api }) => api === 'addPhoneCalendar')
  app.answers.calendar = false
  await press(app, '记到手机日历')
  await sees(app, /没有记上。请在手机设置里允许使用日历/)
  app.answers.calendar = true
  const before = entries().length
  await pressTwice(app, '记到手机日历')
  await sees(app, /已记到手机日历，提前 2 小时提醒/)
  const begins = instantAt('2026-11-24', '09:00') / 1000
  expect(entries()).toHaveLength(before + 1)
  expect(entries().at(-1)?.options).toMatchObject({
    title: '预约：户籍和身份证',
    startTime: begins,
    endTime: String(begins + 1200),
    location: expect.stringContaining('茶陵县政务服务中心'),
    description: expect.stringMatching(/预约号 \d{4} \d{3} \d{3}.*要带：身份证或户口簿/),
    alarm: true,
    alarmOffset: 7200,
  })
  await press(app, '看地图')
  expect(app.report.ui.at(-1)).toMatchObject({ api: 'openLocation', options: { name: '茶陵县政务服务中心', scale: 16 } })
  await press(app, '复制地址')
  await sees(app, /地址已复制/)
})

test('two hours before, WeChat tells whoever allowed it, and the message leads to the visit', async () => {
  const { stack } = journey
  const app = await journey.open({ ...(await verifiedMember(stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseAll(app, WISH)
  await confirm(app)
  await pressTwice(app, '到时候微信提醒我')
  await sees(app, /好的，到时候提醒您/)
  expect(requestsTo(app, 'POST', '/v1/message-subscriptions')).toBe(1)
  stack.clock.advance(instantAt('2026-11-24', '07:01') - stack.clock.now().getTime())
  await stack.runJob('visit-reminders')
  await stack.runJob('outbox')
  const reminder = stack.fakes.wechatSent().at(-1)
  expect(reminder).toMatchObject({ toUser: 'openid-chenjianguo', template: 'tmpl-visit' })
  expect(reminder?.data).toMatchObject({ thing1: { value: '提醒：您的预约快到了' } })

  const [start = '', id = ''] = (reminder?.page ?? '').split('?id=')
  const opened = await journey.open({ ...visitor('chenjianguo'), storage: app.storage(), start, query: { id } })
  await arrivesAt(opened, '预约详情')
  await sees(opened, /11月24日 周二 上午9:00 到 9:20/)
})

test('in elder mode the days are a plain list, and the visit is for an elder', async () => {
  const app = await journey.open(await verified(journey.stack, 'wangxiuying'))
  await press(app, /^长辈版/, 'switch')
  await press(app, '预约办事', 'link')
  await chooseHall(app, WISH.group)
  expect(app.findAllByRole('gridcell')).toEqual([])
  await press(app, /^11月24日 周二/, 'link')
  await arrivesAt(app, '几点来？')
  await chooseTime(app, WISH.time)
  await press(app, '给我自己预约')
  await arrivesAt(app, '请核对')
  await confirm(app)
})
