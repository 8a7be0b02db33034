import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { keptByVerified } from '../support/sign-in'
import { MONDAY_MORNING, openHall } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const item = (id: string) => `/features/catalogue/pages/item/index?id=${id}`

test('everything about an item is read in one place, by nobody in particular', async () => {
  const { page, open } = await journey.visit()
  await open(item('id-card-renew'))
  await arrivesAt(page, '居民身份证到期、损坏换领')
  await sees(page, '身份证到期、坏了或信息变了，换一张新的。')
  const order = ['我能办吗', '要带什么', '多久、多少钱', '在哪里办', '怎么办', '还可以']
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(order)
  for (const words of [
    '受理后 15 个工作日',
    '到期换领 20 元，损坏换领 40 元',
    '茶陵县政务服务中心',
    /^今天还有 \d+ 个名额，最早 /,
  ])
    await sees(page, words)
})

test('the map opens at the office, apart from the app', async () => {
  const { page, context, open } = await journey.visit()
  await context.route('https://uri.amap.com/**', (route) => route.fulfill({ body: 'a map' }))
  await open(item('id-card-renew'))
  const opened = context.waitForEvent('page')
  await press(page, '看地图')
  const map = await opened
  await map.waitForURL(/^https:\/\/uri\.amap\.com\/marker\?position=113\.5393,26\.7772&name=/)
  expect(await page.title()).toBe('居民身份证到期、损坏换领')
})

test('the look-up shows how far it is, and the place books there', async () => {
  const { page, open } = await journey.visit({ kept: await keptByVerified(journey.stack, 'chenjianguo') })
  await open(item('id-card-renew'))
  await press(page, '查身份证进度')
  await arrivesAt(page, '身份证进度')
  await sees(page, '居民身份证到期换领')
  await page.goBack()
  await press(page, '预约到茶陵县政务服务中心', 'link')
  await arrivesAt(page, '哪一天来？')
})

test('the other places, the nearest first once the person allows it, each with what is free', async () => {
  const { page, context, open } = await journey.visit()
  await open(item('pension-verify'))
  await press(page, /^看另外 \d+ 个能办的地方$/, 'link')
  await arrivesAt(page, '能办的地方')
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 26.65, longitude: 113.75 })
  await press(page, '近的排在前面')
  await sees(page, '已把近的排在前面')
  await page
    .getByRole('list', { name: /^能办“/ })
    .getByRole('link')
    .first()
    .click()
  await sees(page, /^今天/)
})

test('what is done elsewhere than in the offices says where, and is not booked here', async () => {
  const { page, open } = await journey.visit()
  await open(item('low-income-allowance'))
  await sees(page, '户籍所在地的乡镇（街道）便民服务中心，村里也能代交')
  expect(await page.getByRole('button', { name: /预约/ }).count()).toBe(0)
  await sees(page, '找人帮忙')
  await sees(page, /^打电话：/)
})
