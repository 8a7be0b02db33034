import type { Page } from 'playwright-core'
import { chooseTime, confirm, openSignedIn } from '../support/booking'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { focuses, opensWithHeading, pressBy, tabTo } from '../support/keyboard'
import { checkPage, ELDER } from '../support/page-checks'
import { collectPageFacts } from '../support/page-facts'
import { MONDAY_MORNING, openHall } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })
beforeAll(() => openHall(journey.stack))

const pressKeys = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

test('a visit is booked and cancelled with the keyboard alone', async () => {
  const { page, open, token } = await openSignedIn(journey)
  await open('/')
  await opensWithHeading(page, /一件事一次办/)
  await pressBy(page, 'Enter', 'link', /^预约办事/)
  await opensWithHeading(page, '您要办什么事？')
  await pressBy(page, 'Enter', 'link', /^户籍和身份证/)
  await opensWithHeading(page, '到哪里办？')
  await pressBy(page, 'Enter', 'link', /^茶陵县政务服务中心/)

  await opensWithHeading(page, '哪一天来？')
  await tabTo(page, 'gridcell', /^11月23日 周一，/)
  await pressKeys(page, 'ArrowRight', 'ArrowRight')
  await focuses(page, /^11月25日 周三，有名额/)
  // On a closed day the reason is read out, and the focus stays.
  await pressKeys(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await focuses(page, /^11月29日 周日，不办/)
  await pressKeys(page, 'Enter')
  await page.getByRole('status').getByText('周日休息。').waitFor()
  await pressKeys(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await focuses(page, /^11月24日 周二，有名额/)
  await pressKeys(page, 'Space')

  await opensWithHeading(page, '几点来？')
  await pressBy(page, 'Enter', 'link', /^上午9:20 到/)
  await opensWithHeading(page, '给谁预约？')
  await pressBy(page, 'Space', 'button', '给我自己预约')
  await opensWithHeading(page, '请核对')
  await pressBy(page, 'Enter', 'button', '确认预约')
  await opensWithHeading(page, '预约好了')
  await pressBy(page, 'Enter', 'button', '取消预约')
  await opensWithHeading(page, '取消预约')
  await pressBy(page, 'Enter', 'button', '取消这个预约')
  await arrivesAt(page, '已取消')
  expect((await journey.stack.call('GET /v1/appointments', { token })).past).toMatchObject([{ status: 'cancelled' }])
})

/** Whether the page on top keeps what elder mode promises. */
async function keepsPromises(page: Page): Promise<void> {
  expect(checkPage(await collectPageFacts(page), { ...ELDER, text: 30 })).toEqual([])
}

test('in elder mode with text of 30 px a visit is booked from a plain list of days, and every page is whole', async () => {
  const { page, open } = await openSignedIn(journey, { elderText: 30 })
  await open('/')
  await press(page, '预约办事', 'link')
  await arrivesAt(page, '您要办什么事？')
  await page.getByRole('link', { name: /^社会保险/ }).waitFor()
  await keepsPromises(page)
  await press(page, /^社会保险/, 'link')
  await arrivesAt(page, '到哪里办？')
  await page.getByRole('link', { name: /^茶陵县政务服务中心/ }).waitFor()
  await keepsPromises(page)
  await press(page, /^茶陵县政务服务中心/, 'link')
  await arrivesAt(page, '哪一天来？')
  const days = page.getByRole('list', { name: '可以约的日子' })
  await days.getByRole('link', { name: /^11月24日 周二/ }).waitFor()
  await keepsPromises(page)
  await days.getByRole('link', { name: /^11月24日 周二/ }).click()
  await arrivesAt(page, '几点来？')
  await page.getByRole('link', { name: /^上午10:00 到/ }).waitFor()
  await keepsPromises(page)
  await chooseTime(page, '上午10:00')
  await arrivesAt(page, '给谁预约？')
  await keepsPromises(page)
  await press(page, '给我自己预约')
  await arrivesAt(page, '请核对')
  await sees(page, '上午10:00 到 10:15')
  await keepsPromises(page)
  await confirm(page)
  await arrivesAt(page, '预约好了')
  await sees(page, '到了出示这个码')
  await keepsPromises(page)
  await page.getByRole('button', { name: '朗读本页' }).waitFor()
})
