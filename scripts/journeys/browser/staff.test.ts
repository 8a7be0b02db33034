import { DEMO_PASSWORD } from '../../../bff/src/seed-demo'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { keptByStaff, staffCode } from '../support/sign-in'

const journey = prepareJourneys()
const MINUTE = 60_000

test.each([
  [375, 'clerk', '周敏'],
  [1280, 'supervisor', '谭丽华'],
])('staff sign in with password and code, %i px wide', async (width, username, name) => {
  const { page, open } = await journey.visit({ width, height: 800 })
  await open('/pages/me/index')
  await press(page, /^工作人员入口/, 'link')
  await arrivesAt(page, '工作台')
  await press(page, '登录')
  await arrivesAt(page, '工作人员登录')
  await fillIn(page, '账号', username)
  await fillIn(page, '密码', 'wrong-password')
  await fillIn(page, '动态码', staffCode(journey.stack))
  await press(page, '登录')
  await sees(page, '没有登录成功')
  journey.stack.clock.advance(MINUTE)
  await fillIn(page, '密码', DEMO_PASSWORD)
  await fillIn(page, '动态码', staffCode(journey.stack))
  await press(page, '登录')
  await arrivesAt(page, '工作台')
  await sees(page, name)
  await press(page, '退出登录')
  await sees(page, '您还没有以工作人员身份登录')
})

test('before half an hour of idleness ends the session, staff are asked, and go on with one tap; afterwards they sign in again', async () => {
  const { stack } = journey
  const { page, open } = await journey.visit({ kept: await keptByStaff(stack, 'admin') })
  await page.clock.install({ time: stack.clock.now() })
  await open('/features/staff/pages/home/index')
  await sees(page, '龙伟')
  const pass = async (minutes: number) => {
    stack.clock.advance(minutes * MINUTE)
    await page.clock.fastForward(minutes * MINUTE)
  }
  await pass(26)
  await sees(page, /您的登录将在 .* 到期/)
  await press(page, '继续使用')
  await page.getByText(/您的登录将在/).waitFor({ state: 'detached' })
  await pass(31)
  await arrivesAt(page, '工作人员登录')
  await sees(page, '登录已过期，请重新登录。')
})
