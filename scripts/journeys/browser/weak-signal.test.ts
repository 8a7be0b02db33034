import { arrivesAt, fillIn, press, sees, valueOf } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { keptByVerified } from '../support/sign-in'
import { waitFor } from '../support/stack'
import type { Visitor } from '../support/visitor'

const journey = prepareJourneys()

async function goToPassword({ page, open }: Visitor): Promise<void> {
  await open('/features/progress/pages/case-number/index')
  await fillIn(page, '办件编号是多少？', '430224-2026-000123')
  await press(page, '下一步')
  await fillIn(page, '查询密码是多少？', 'A1B2C3')
}

test('a look-up without a network says so, keeps what was typed, and works when tried again', async () => {
  const visitor = await journey.visit()
  const { page, context } = visitor
  await goToPassword(visitor)
  await context.setOffline(true)
  await sees(page, /现在没有网络。看到的可能是以前的内容/)
  await press(page, '查询')
  await sees(page, '内容没有丢失，有网络后再试一次。')
  expect(await valueOf(page, '查询密码是多少？')).toBe('A1B2C3')
  await context.setOffline(false)
  await press(page, '再试一次')
  await arrivesAt(page, '办理进度')
})

test('while the police hang, looking up elsewhere works and the app says who is slow', async () => {
  const { stack } = journey
  const visitor = await journey.visit({ kept: await keptByVerified(stack, 'chenjianguo') })
  const { page, open } = visitor
  await open('/features/progress/pages/id-card/index')
  await press(page, /居民身份证到期换领/, 'link')
  await arrivesAt(page, '办理进度')

  stack.fakes.setFault('police', { mode: 'hang' })
  stack.clock.advance(60_000)
  await open('/features/progress/pages/my-cases/index')
  await goToPassword(visitor)
  await press(page, '查询')
  await arrivesAt(page, '办理进度')

  // The deadline of the police has passed by the time their last copy is shown.
  await open('/features/progress/pages/own-case/index?of=id-card&number=SFZ430224202611050017')
  await press(page, '查最新的')
  await sees(page, /公安系统现在没有回应|没有回应，下面是以前查到的/)
  await sees(page, /查询时间 \d+月\d+日 周. .午\d+:\d\d/)
  stack.clock.advance(60_000)
  await waitFor('the notice on the first screen', async () => {
    await open('/pages/home/index')
    const notices = await page.getByText(/公安系统(现在比较慢|暂时不能用)/).count()
    return notices > 0 ? true : undefined
  })
})

test('words after three seconds of waiting, a choice after eight; trying again works', async () => {
  const { page, open } = await journey.visit({ kept: await keptByVerified(journey.stack, 'wangxiuying') })
  await open('/')
  // From here on time passes only when the test says so.
  const start = Date.now()
  await page.clock.install({ time: start })
  await page.clock.pauseAt(start + 60_000)
  let asked = 0
  await page.route('**/v1/progress/id-card', (route) => ((asked += 1) === 1 ? undefined : route.continue()))
  await press(page, /^身份证进度/, 'link')
  await page.clock.runFor(500)
  await arrivesAt(page, '身份证进度')
  await page.clock.runFor(2_300)
  expect(await page.getByText('公安系统较慢，正在等待').count()).toBe(0)
  await page.clock.runFor(800)
  await sees(page, '公安系统较慢，正在等待')
  await page.clock.runFor(5_000)
  await sees(page, /您可以继续等，也可以先去做别的/)
  await page.clock.resume()
  await press(page, '再试一次')
  await sees(page, '居民身份证丢失补领')
})

test('whoever will not wait any longer goes back', async () => {
  const { page, open } = await journey.visit({ kept: await keptByVerified(journey.stack, 'lixiaohong') })
  await open('/')
  await page.clock.install()
  await page.route('**/v1/progress/exit-entry', () => undefined)
  await press(page, /^出入境证件进度/, 'link')
  await arrivesAt(page, '出入境证件进度')
  await page.clock.runFor(8_100)
  await press(page, '先不等了')
  await arrivesAt(page, /一件事一次办/)
})
