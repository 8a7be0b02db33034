import type { WeappApp } from '../../weapp-runner'
import { MONDAY_MORNING, openHall } from '../support/visits'
import { chooseDay, chooseHall, chooseTime } from './booking'
import { arrivesAt, fillIn, press, pressTwice, requestsTo, sees } from './hands'
import { tokenOn, verified } from './people'
import { pageFaults } from './every-page/page-checks'
import { readOut } from './every-page/heard'
import { prepareJourneys } from './phone'
import { ACTING_PAGE, daughterOf, mandateCode, MOTHER, proxyPage, seesStrip, tellActs, tick } from './proxy'

const journey = prepareJourneys({ start: MONDAY_MORNING }, openHall)
const SECOND = 1000
const DAUGHTER = '李\\*红'

/** The daughter asks to book her mother's visits, and look up her cases. */
async function ask(daughter: WeappApp): Promise<void> {
  await daughter.open(proxyPage('start'))
  await press(daughter, /^我能替谁办事/, 'link')
  await arrivesAt(daughter, '我能替谁办事')
  await press(daughter, '申请替家人办事')
  await press(daughter, '王*英（父亲或母亲）', 'radio')
  await press(daughter, '下一步')
  await arrivesAt(daughter, '要替他办什么？')
  await press(daughter, '下一步')
  await sees(daughter, /请至少选一件可以代办的事/)
  await tick(daughter, ['预约、改约、取消到场办事', '查询办事进度'])
  await press(daughter, '下一步')
  await arrivesAt(daughter, '替他预约哪些事？')
  await tick(daughter, ['户籍和身份证'])
  await press(daughter, '下一步')
  await arrivesAt(daughter, '要多少天？')
  await press(daughter, '7 天', 'radio')
  await press(daughter, '下一步')
  await arrivesAt(daughter, '请核对')
  await pressTwice(daughter, '提交申请')
  await arrivesAt(daughter, '委托详情')
  await sees(daughter, new RegExp(`等${MOTHER}同意`))
  expect(requestsTo(daughter, 'POST', '/v1/mandates')).toBe(1)
}

async function begin(daughter: WeappApp): Promise<void> {
  await press(daughter, new RegExp(`^开始为${MOTHER}办事`))
  await arrivesAt(daughter, new RegExp(`^替${MOTHER}办事`))
  seesStrip(daughter)
}

async function book(daughter: WeappApp): Promise<void> {
  await press(daughter, /^预约办事/, 'link')
  await chooseHall(daughter, '户籍和身份证')
  await chooseDay(daughter, '11月24日 周二')
  await chooseTime(daughter, '上午9:00')
  await arrivesAt(daughter, '给谁预约？')
  await press(daughter, new RegExp(`^给${MOTHER}预约`))
  await arrivesAt(daughter, '请核对')
  seesStrip(daughter)
  await press(daughter, '确认预约')
  await arrivesAt(daughter, '预约好了')
  seesStrip(daughter)
}

test('an elder agrees in elder mode without help, reads what was done, and ends it; it is over at once', async () => {
  const { stack } = journey
  const daughter = await journey.open({ ...(await daughterOf(stack)), start: 'pages/home/index' })
  const mother = await journey.open({ ...(await verified(stack, 'wangxiuying')), start: 'pages/me/index' })
  await press(mother, /^长辈版/, 'switch')
  await ask(daughter)
  await tellActs(stack)

  await mother.open('pages/messages/index')
  await press(mother, /^有人想替您办事/, 'link')
  await sees(mother, new RegExp(`${DAUGHTER}想替您办事.*他说是您的家人.*预约、改约、取消到场办事：户籍和身份证.*7 天`))
  expect(pageFaults(mother, 'elder')).toEqual([])
  const heard = readOut(mother)
  expect(heard).toMatch(
    new RegExp(`标题 委托详情.*${DAUGHTER}想替您办事.*预约、改约、取消到场办事：户籍和身份证.*查询办事进度.*7 天`),
  )
  expect(heard).toMatch(/7 天.*按钮 同意.*按钮 不同意.*按钮 打电话/)
  await pressTwice(mother, '同意')
  await sees(mother, /已同意.*他现在可以替您办写明的事/)

  await journey.pass(16 * SECOND)
  await begin(daughter)
  await book(daughter)
  await daughter.open(ACTING_PAGE)
  await press(daughter, /^身份证进度/, 'link')
  await sees(daughter, /居民身份证/)
  seesStrip(daughter)
  await daughter.open('pages/me/index')
  await sees(daughter, /这里是您自己的内容.*要看自己的，请先点上面的“结束代办”/)

  await tellActs(stack)
  await mother.open('pages/messages/index')
  await sees(mother, new RegExp(`${DAUGHTER}替${MOTHER}预约办事`))
  await mother.open('pages/me/index')
  await press(mother, /^谁能替我办事/, 'link')
  await arrivesAt(mother, '谁能替我办事')
  await press(mother, new RegExp(`^${DAUGHTER}`), 'link')
  await sees(mother, /办了什么.*查询办事进度.*已办.*预约办事/)
  await press(mother, '不再让他办')
  await arrivesAt(mother, '确认一下')
  expect(readOut(mother)).toMatch(new RegExp(`不再让${DAUGHTER}替您办事.*马上生效.*按钮 不再让他办`))
  await pressTwice(mother, '不再让他办')
  await arrivesAt(mother, '已经结束')

  await daughter.open(ACTING_PAGE)
  await press(daughter, /^看他的预约/, 'link')
  await arrivesAt(daughter, '代办已结束')
  await sees(daughter, /本人已经结束这份委托/)
  expect(daughter.stored('one-visit:acting') ?? null).toBeNull()
  await press(daughter, '回到首页')
  await sees(daughter, new RegExp(`${DAUGHTER}，您好`))
  expect(daughter.text()).not.toMatch(new RegExp(MOTHER))
  expect((await stack.call('GET /v1/appointments', { token: tokenOn(mother) })).active).toHaveLength(1)
})

test('she says no, and nothing can be done for her', async () => {
  const { stack } = journey
  const daughter = await journey.open({ ...(await daughterOf(stack)), start: 'pages/home/index' })
  const mother = await journey.open({ ...(await verified(stack, 'wangxiuying')), start: 'pages/home/index' })
  await ask(daughter)
  await mother.open(proxyPage('mandates'))
  await sees(mother, /等您答复/)
  await press(mother, new RegExp(`^${DAUGHTER}`), 'link')
  await press(mother, '不同意')
  await sees(mother, /没有同意.*他办不了您的任何事/)
  await journey.pass(16 * SECOND)
  await sees(daughter, /本人没有同意/)
  expect(daughter.findAllByRole('button', { name: /^开始为/ })).toEqual([])
})

test('she reads out the code from her phone; the daughter ends it herself, and sees her own things again', async () => {
  const { stack } = journey
  const daughter = await journey.open({ ...(await daughterOf(stack)), start: 'pages/home/index' })
  await ask(daughter)
  await press(daughter, '填写他手机上的验证码')
  await arrivesAt(daughter, '填写家人的验证码')
  const code = await mandateCode(stack, 'wangxiuying')
  await fillIn(daughter, '验证码', code === '123456' ? '654321' : '123456')
  await press(daughter, '确认')
  await sees(daughter, /验证码不对或已过期/)
  await fillIn(daughter, '验证码', code)
  await pressTwice(daughter, '确认')
  await sees(daughter, /本人已同意/)
  await begin(daughter)
  await press(daughter, /^身份证进度/, 'link')
  await sees(daughter, /居民身份证/)
  await press(daughter, '结束代办')
  await sees(daughter, new RegExp(`${DAUGHTER}，您好`))
  expect(daughter.stored('one-visit:acting') ?? null).toBeNull()
  await daughter.open('features/progress/pages/exit-entry/index')
  await sees(daughter, /港澳通行证/)
  expect(daughter.text()).not.toMatch(new RegExp(MOTHER))
})

test('a dead network loses nothing: what is acted under stays, and the tap can be made again', async () => {
  const { stack } = journey
  const daughter = await journey.open({ ...(await daughterOf(stack)), start: 'pages/home/index' })
  await ask(daughter)
  await press(daughter, '填写他手机上的验证码')
  await fillIn(daughter, '验证码', await mandateCode(stack, 'wangxiuying'))
  daughter.setNetwork('none')
  await press(daughter, '确认')
  await sees(daughter, /现在没有网络/)
  daughter.setNetwork('4g')
  await press(daughter, '确认')
  await begin(daughter)
  daughter.setNetwork('none')
  await press(daughter, /^身份证进度/, 'link')
  await sees(daughter, /现在没有网络/)
  seesStrip(daughter)
  daughter.setNetwork('4g')
  await press(daughter, '再试一次')
  await sees(daughter, /居民身份证/)
  await press(daughter, '结束代办')
  expect(daughter.stored('one-visit:acting') ?? null).toBeNull()
})
