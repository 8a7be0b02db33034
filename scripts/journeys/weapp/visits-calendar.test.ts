import { instantAt } from '@one-visit/shared/appointments/rules'
import type { WeappApp } from '../../weapp-runner'
import { END_OF_KNOWN_YEAR, MONDAY_MORNING, openHall } from '../support/visits'
import { bookingPage, chooseDay, chooseHall, chooseTime, confirm } from './booking'
import { arrivesAt, press, sees } from './hands'
import { tokenOn, verified } from './people'
import { prepareJourneys, type Journey } from './phone'

/** Taps a day on which nothing can be had, and reads why. */
async function seesWhy(app: WeappApp, day: string, why: string): Promise<void> {
  await press(app, new RegExp(`^${day}，`), 'gridcell')
  await sees(app, new RegExp(`${day}(不办|还没开放|还没定).*${why}`))
}

async function openDays({ open, stack }: Journey, group: string): Promise<WeappApp> {
  const app = await open({ ...(await verified(stack, 'chenjianguo')), start: bookingPage('start') })
  await chooseHall(app, group)
  return app
}

describe('an ordinary week', () => {
  const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)

  test('that some things can be done on a Saturday is seen before anything is chosen, and one is booked', async () => {
    const app = await journey.open(await verified(journey.stack, 'chenjianguo'))
    await press(app, /^预约办事.*周六也能办/, 'link')
    await app.waitFor(() =>
      app.getByRole('link', { name: /^户籍和身份证.*周六、节假日也能办：省内居民身份证挂失申报.*周六也能办/ }),
    )
    await chooseHall(app, '户籍和身份证')
    await sees(app, /11月28日 周六：/)
    await chooseDay(app, '11月28日 周六')
    await sees(app, /这一天只办这些.*省内居民身份证挂失申报/)
    await chooseTime(app, '下午3:40')
    await press(app, '给我自己预约')
    await arrivesAt(app, '请核对')
    await confirm(app)
    await sees(app, /11月28日 周六 下午3:40 到 4:00/)
  })

  test('a closed day says why, and a day to come says when it opens', async () => {
    const app = await openDays(journey, '护照和港澳通行证')
    await seesWhy(app, '11月28日 周六', '这个网点这一天不办理这类事')
    await seesWhy(app, '11月29日 周日', '周日休息')
    await press(app, '下个月')
    await seesWhy(app, '12月8日 周二', '11月2\\d日 周. 上午8:00 开放预约')
    await chooseDay(app, '12月4日 周五')
  })
})

describe('the days before 中秋 and 国庆', () => {
  const journey = prepareJourneys({ start: instantAt('2026-09-22', '08:15') }, openHall)

  test('the second day of the short holiday and the fifth of the golden week are open, the others say which holiday it is', async () => {
    const app = await openDays(journey, '医疗保险')
    await seesWhy(app, '9月25日 周五', '中秋')
    await seesWhy(app, '9月27日 周日', '中秋')
    await press(app, '下个月')
    await seesWhy(app, '10月1日 周四', '国庆')
    await chooseDay(app, '10月5日 周一')
    await sees(app, /这一天只办这些/)
    await press(app, '换一天')
    await press(app, '上个月')
    await chooseDay(app, '9月26日 周六')
    await chooseTime(app, '上午9:00')
    await press(app, '给我自己预约')
    await arrivesAt(app, '请核对')
    await confirm(app)
    await sees(app, /9月26日 周六 上午9:00/)
  })
})

describe('the end of the last year with known holidays', () => {
  const journey = prepareJourneys({ start: END_OF_KNOWN_YEAR }, openHall)

  test('no day of the next year can be had, and the reason is said plainly', async () => {
    const app = await openDays(journey, '综合受理')
    await app.waitFor(() => app.getByRole('gridcell', { name: /^12月31日 周四，有名额/ }))
    await press(app, '下个月')
    await seesWhy(app, '1月4日 周一', '2027 年')
    expect(app.findAllByRole('gridcell', { name: /，(有名额|约满了)/ })).toEqual([])
    expect((await journey.stack.call('GET /v1/appointments', { token: tokenOn(app) })).active).toEqual([])
  })
})
