import { readFile } from 'node:fs/promises'
import { person } from '../../../bff/test/people'
import { arrivesAt, fillIn, press, sees, valueOf } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { keptByNewcomer, keptByVerified, signInByPhone } from '../support/sign-in'

const journey = prepareJourneys()
const DAY = 86_400_000

test('a session that ends in the middle of a form: what was typed is there after signing in again', async () => {
  const { stack } = journey
  const { name, residentId, phone } = person('wangxiuying')
  const { page, open } = await journey.visit({ kept: await keptByNewcomer(stack, 'wangxiuying') })
  await open('/features/identity/pages/real-name/index')
  await fillIn(page, '姓名', name)
  await fillIn(page, '身份证号', residentId)
  stack.clock.advance(31 * DAY)
  await press(page, '核对')
  await sees(page, '登录已过期')
  await signInByPhone(page, stack, phone)
  await arrivesAt(page, '实名认证')
  expect([await valueOf(page, '姓名'), await valueOf(page, '身份证号')]).toEqual([name, residentId])
  await press(page, '核对')
  await arrivesAt(page, /一件事一次办/)
  await sees(page, '王*英，您好')
})

test('a session that will end soon is warned of, and continues with one tap', async () => {
  const { stack } = journey
  const { page, open } = await journey.visit({ kept: await keptByNewcomer(stack, 'liuzhiqiang') })
  await open('/')
  stack.clock.advance(28 * DAY)
  await page.clock.install({ time: stack.clock.now() })
  await open('/pages/home/index')
  await sees(page, /您的登录将在 .* 到期/)
  await press(page, '继续使用')
  await page.getByText(/您的登录将在/).waitFor({ state: 'detached' })
})

test('the other device is signed out from this one', async () => {
  const { stack } = journey
  const here = await journey.visit({ kept: await keptByVerified(stack, 'lixiaohong') })
  stack.clock.advance(61_000)
  const other = await journey.visit({ kept: await keptByNewcomer(stack, 'lixiaohong') })
  await other.open('/features/progress/pages/follows/index')
  await sees(other.page, '您还没有关注办件')

  await here.open('/features/identity/pages/devices/index')
  await sees(here.page, '这台设备')
  await press(here.page, '让“测试手机”退出登录')
  await sees(here.page, '“测试手机”已退出登录')
  await other.open('/features/progress/pages/my-cases/index')
  await arrivesAt(other.page, '登录')
})

test('people take all their data with them, and then delete the account', async () => {
  const { stack } = journey
  const { name, residentId, phone } = person('chenjianguo')
  const { page, open } = await journey.visit({ kept: await keptByVerified(stack, 'chenjianguo') })
  await open('/pages/me/index')
  await press(page, /^我的个人信息/, 'link')
  await press(page, /^导出我的信息/, 'link')
  await press(page, '取出我的信息')
  await sees(page, '已取出')
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '保存到这台设备')])
  const saved = await readFile(await download.path(), 'utf8')
  expect([name, residentId, phone].filter((own) => !saved.includes(own))).toEqual([])

  await press(page, '返回')
  await press(page, /^注销账号/, 'link')
  await press(page, '注销账号')
  await page.getByRole('alert').getByText('请填写“注销”两个字').waitFor()
  await fillIn(page, '请填写“注销”两个字', '注销')
  await press(page, '注销账号')
  await arrivesAt(page, '账号已注销')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/token|"session"/)
  stack.clock.advance(61_000)
  const { session } = await keptByNewcomer(stack, 'chenjianguo')
  expect(session).toMatchObject({ session: { assurance: 1, account: { name: null } } })
})

test('what was done with the data can be read', async () => {
  const { page, open } = await journey.visit({ kept: await keptByVerified(journey.stack, 'zhangwei') })
  await open('/features/identity/pages/activity/index')
  await sees(page, /^您自己 · \d+月\d+日/)
  await sees(page, /（短信验证码）/)
})
