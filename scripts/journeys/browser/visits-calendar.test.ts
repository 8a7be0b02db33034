import { instantAt } from '@one-visit/shared/appointments/rules'
import type { Page } from 'playwright-core'
import { bookingPage, chooseDay, chooseHall, chooseTime, confirm, openSignedIn } from '../support/booking'
import { arrivesAt, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { END_OF_KNOWN_YEAR, MONDAY_MORNING, openHall } from '../support/visits'

const dayNamed = (page: Page, name: RegExp) => page.getByRole('gridcell', { name })

/** The notice beside the month that says why nothing can be had that day. */
async function seesWhy(page: Page, day: string, why: RegExp): Promise<void> {
  await dayNamed(page, new RegExp(`^${day}，`)).click()
  const notice = page.getByRole('status').filter({ hasText: day })
  await notice.getByText(why).waitFor()
}

describe('an ordinary week', () => {
  const journey = prepareJourneys({ start: MONDAY_MORNING })
  beforeAll(() => openHall(journey.stack))

  test('that some things can be done on a Saturday is seen before anything is chosen, and one is booked', async () => {
    const { page, open } = await openSignedIn(journey)
    await open('/')
    await page.getByRole('link', { name: /^预约办事.*周六也能办/ }).click()
    await page.getByRole('link', { name: /^户籍和身份证.*周六、节假日也能办：省内居民身份证挂失申报.*周六也能办/ }).waitFor()
    await chooseHall(page, '户籍和身份证')
    await sees(page, /^11月28日 周六：/)
    await chooseDay(page, '11月28日 周六')
    await sees(page, '这一天只办这些')
    await sees(page, '省内居民身份证挂失申报')
    await chooseTime(page, '下午3:40')
    await press(page, '给我自己预约')
    await confirm(page)
    await arrivesAt(page, '预约好了')
    await sees(page, /^11月28日 周六 下午3:40 到 4:00/)
  })

  test('a closed day says why, and a day to come says when it opens', async () => {
    const { page, open } = await openSignedIn(journey)
    await open(bookingPage('start'))
    await chooseHall(page, '护照和港澳通行证')
    await seesWhy(page, '11月28日 周六', /这类事/)
    await seesWhy(page, '11月29日 周日', /^周日休息。$/)
    await press(page, '下个月')
    await seesWhy(page, '12月8日 周二', /^11月2\d日 周. 上午8:00 开放预约。$/)
    await chooseDay(page, '12月4日 周五')
  })
})

describe('the days before 中秋 and 国庆', () => {
  const journey = prepareJourneys({ start: instantAt('2026-09-22', '08:15') })
  beforeAll(() => openHall(journey.stack))

  test('the second day of the short holiday and the fifth of the golden week are open, the others say which holiday it is', async () => {
    const { page, open } = await openSignedIn(journey)
    await open(bookingPage('start'))
    await chooseHall(page, '医疗保险')
    await seesWhy(page, '9月25日 周五', /中秋/)
    await sees(page, /^9月26日 周六：.*中秋/)
    await seesWhy(page, '9月27日 周日', /中秋/)
    await press(page, '下个月')
    await seesWhy(page, '10月1日 周四', /国庆/)
    await chooseDay(page, '10月5日 周一')
    await sees(page, '这一天只办这些')
    await press(page, '换一天')
    await press(page, '上个月')
    await chooseDay(page, '9月26日 周六')
    await chooseTime(page, '上午9:00')
    await press(page, '给我自己预约')
    await confirm(page)
    await arrivesAt(page, '预约好了')
    await sees(page, /^9月26日 周六 上午9:00/)
  })
})

describe('the week before 国庆', () => {
  const journey = prepareJourneys({ start: instantAt('2026-09-28', '08:15') })
  beforeAll(() => openHall(journey.stack))

  test('a Saturday that makes up for the holiday is an ordinary day', async () => {
    const { page, open } = await openSignedIn(journey)
    await open(bookingPage('start'))
    await chooseHall(page, '不动产登记')
    await press(page, '下个月')
    await seesWhy(page, '10月5日 周一', /不办理这类事/)
    await chooseDay(page, '10月10日 周六')
    await chooseTime(page, '下午4:30')
    expect(await page.getByText('这一天只办这些').count()).toBe(0)
    await arrivesAt(page, '给谁预约？')
  })
})

describe('the end of the last year with known holidays', () => {
  const journey = prepareJourneys({ start: END_OF_KNOWN_YEAR })
  beforeAll(() => openHall(journey.stack))

  test('no day of the next year can be had, and the reason is said plainly', async () => {
    const { stack } = journey
    const { page, open, token } = await openSignedIn(journey)
    await open(bookingPage('start'))
    await chooseHall(page, '综合受理')
    await dayNamed(page, /^12月31日 周四，有名额/).waitFor()
    await press(page, '下个月')
    await dayNamed(page, /^1月4日 周一，还没定/).waitFor()
    await seesWhy(page, '1月4日 周一', /^还没有收到 2027 年的放假安排，这一天暂时不能预约。请过些日子再来看/)
    expect(await dayNamed(page, /，(有名额|约满了)/).count()).toBe(0)
    expect((await stack.call('GET /v1/appointments', { token })).active).toEqual([])
  })
})
