import { person } from '../../../bff/test/people'
import { arrivesAt, fillIn, press, sees, valueOf } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { signInByPhone } from '../support/sign-in'

const journey = prepareJourneys()
const NUMBER = '430224-2026-000123'

test('a case is found by number and password, and followed after signing in with nothing lost', async () => {
  const { page, open } = await journey.visit()
  await open('/')
  await press(page, /^查办件进度/, 'link')
  await fillIn(page, '办件编号是多少？', NUMBER)
  await press(page, '下一步')
  await arrivesAt(page, '填写查询密码')

  await fillIn(page, '查询密码是多少？', 'WRONG1')
  await press(page, '查询')
  await arrivesAt(page, '没有查到这件事')
  await sees(page, '请核对办件编号和查询密码。编号在受理回执上。')
  await press(page, '改一改再查')
  await sees(page, NUMBER)
  await fillIn(page, '查询密码是多少？', 'a1b2c3')
  await press(page, '查询')

  await arrivesAt(page, '办理进度')
  await sees(page, '需要补正')
  await press(page, '关注这件事')
  await signInByPhone(page, journey.stack, person('wangxiuying').phone)
  await arrivesAt(page, '办理进度')
  await sees(page, NUMBER)
  await press(page, '关注这件事')
  await sees(page, '已关注这件事')
  await press(page, '取消关注')
  await sees(page, '已取消关注')
  await press(page, '恢复关注')
  await sees(page, '已关注这件事')
})

test('a number that nobody knows and a wrong password read the same', async () => {
  const { page, open } = await journey.visit()
  const texts: string[] = []
  for (const number of [NUMBER, '430224-2026-999999']) {
    await open('/features/progress/pages/case-number/index')
    await fillIn(page, '办件编号是多少？', number)
    await press(page, '下一步')
    await fillIn(page, '查询密码是多少？', 'WRONG2')
    await press(page, '查询')
    await arrivesAt(page, '没有查到这件事')
    texts.push((await page.getByRole('main').innerText()).replace(/编号：\S+/, ''))
  }
  expect(texts[0]).toBe(texts[1])
})

test('two taps make one look-up, one code and one follow', async () => {
  const { stack } = journey
  const { page, open } = await journey.visit()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  await open('/features/progress/pages/case-number/index')
  await fillIn(page, '办件编号是多少？', '430224-2026-000301')
  await press(page, '下一步')
  await fillIn(page, '查询密码是多少？', 'K1L2M3')
  await page.getByRole('button', { name: '查询' }).dblclick()
  await arrivesAt(page, '办理进度')
  await press(page, '关注这件事')
  await fillIn(page, '手机号', '13800000003')
  const askTwice = () => page.getByRole('button', { name: '获取验证码' }).dblclick()
  await fillIn(page, '验证码', await stack.smsCodeAfter('13800000003', askTwice))
  await page.getByRole('button', { name: '登录' }).dblclick()
  await arrivesAt(page, '办理进度')
  await page.getByRole('button', { name: '关注这件事' }).dblclick()
  await sees(page, '已关注这件事')
  expect(sent).toEqual(['/v1/case-look-ups', '/v1/sms-codes', '/v1/sessions/sms', '/v1/follows'])
  expect(stack.fakes.smsSent('13800000003')).toHaveLength(1)
})

test('an empty or wrong number is told above and beside the field in the same words, and stays', async () => {
  const { page, open } = await journey.visit()
  await open('/features/progress/pages/case-number/index')
  await fillIn(page, '办件编号是多少？', '12')
  await press(page, '下一步')
  await page.getByRole('alert').getByText('请填写受理回执上的办件编号').waitFor()
  await sees(page, '错误：请填写受理回执上的办件编号')
  expect(await valueOf(page, '办件编号是多少？')).toBe('12')
})
