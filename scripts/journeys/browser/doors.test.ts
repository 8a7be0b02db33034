import { links, readsAnItemOfEachZone } from '../support/doors'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { keptByVerified } from '../support/sign-in'
import { MONDAY_MORNING, openHall } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

/** Each door of the first screen, the page it opens, and what is there to be done. */
const DOORS: readonly (readonly [door: RegExp, heading: string, there: string | RegExp])[] = [
  [/^健康码/, '健康码', '绿码 · 可以通行'],
  [/^我的证照/, '我的证照', '快到期'],
  [/^预约办事/, '您要办什么事？', '户籍和身份证'],
  [/^找人帮忙/, '找人帮忙', /^请志愿者帮忙/],
  [/^查办件进度/, '查办件进度', '办件编号是多少？'],
  [/^我的办件/, '我的办件', '个体工商户设立登记'],
  [/^身份证进度/, '身份证进度', '居民身份证到期换领'],
  [/^出入境证件进度/, '出入境证件进度', '普通护照换发'],
]

test('each of the eight everyday doors opens what it says, for somebody with their real name shown', async () => {
  const visitor = await journey.visit({ kept: await keptByVerified(journey.stack, 'chenjianguo') })
  await visitor.open('/')
  await links(visitor, '常用').first().waitFor()
  expect(await links(visitor, '常用').count()).toBe(DOORS.length)
  for (const [door, heading, there] of DOORS) {
    await visitor.open('/')
    await press(visitor.page, door, 'link')
    await arrivesAt(visitor.page, heading)
    await sees(visitor.page, there)
  }
})

test('in two taps from the first screen an item of each zone is read, by nobody in particular', async () => {
  await readsAnItemOfEachZone(await journey.visit())
})

test('whoever looks for a machine at night finds it by those words, what it does, and the way there', async () => {
  const visitor = await journey.visit()
  await visitor.open(`/features/catalogue/pages/search/index?q=${encodeURIComponent('晚上能办什么')}`)
  await press(visitor.page, /^24 小时自助服务区/, 'link')
  await arrivesAt(visitor.page, '24 小时自助服务区')
  await visitor.context.grantPermissions(['geolocation'])
  await visitor.context.setGeolocation({ latitude: 26.65, longitude: 113.75 })
  await press(visitor.page, '近的排在前面')
  await sees(visitor.page, '已把近的排在前面')
  const first = links(visitor, '24 小时自助服务区').first()
  expect(await first.innerText()).toMatch(/约 [\d.]+ (公里|米)/)
  await first.click()
  await sees(visitor.page, '24 小时都能用，节假日也能用')
  await sees(visitor.page, '看地图')
})
