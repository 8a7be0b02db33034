import { person } from '../../../bff/test/people'
import { arrivesAt, fillIn, press, sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { HEALTH_CODE, openVerified } from '../support/licences'
import { MONDAY_MORNING } from '../support/visits'
import { waitFor } from '../support/stack'
import type { Page } from 'playwright-core'

const journey = prepareJourneys({ start: MONDAY_MORNING })

/** From 我的 to the answer of the BFF. */
async function add(page: Page, relation: string, key: string): Promise<void> {
  const { name, residentId } = person(key)
  await arrivesAt(page, '您要添加谁？')
  await press(page, new RegExp(`^${relation}`), 'radio')
  await press(page, '下一步')
  await arrivesAt(page, '家人叫什么？')
  await fillIn(page, '家人的姓名', name)
  await fillIn(page, '家人的身份证号', residentId)
  await press(page, /^添加$/)
}

const qrOf = (page: Page, name: string) =>
  page.getByRole('img', { name: new RegExp(`^健康码二维码.*${name.replace('*', '\\*')}$`) })

test('a child of the household is added at once, shown on the same screen, and no longer after being taken off', async () => {
  const { page, open } = await openVerified(journey, 'chenjianguo')
  await open(HEALTH_CODE)
  await qrOf(page, '陈*国').waitFor()
  await press(page, '添加家人')
  await arrivesAt(page, '我的家人')
  await press(page, '添加家人')
  await add(page, '孩子', 'zhangwei')
  await arrivesAt(page, '已添加家人')
  await press(page, '看他的健康码')
  await arrivesAt(page, '健康码')
  await qrOf(page, '张*').waitFor()
  await sees(page, '绿码 · 可以通行')

  // The person's own is one tap away, and back.
  await press(page, '我本人', 'radio')
  await qrOf(page, '陈*国').waitFor()
  expect(await qrOf(page, '张*').count()).toBe(0)
  await press(page, /^张\*（孩子）/, 'radio')
  await qrOf(page, '张*').waitFor()

  await open('/features/family/pages/list/index')
  await press(page, '移出张*', 'link')
  await arrivesAt(page, '确认一下')
  await press(page, /^移出$/)
  await arrivesAt(page, '已经生效')
  await open(HEALTH_CODE)
  await qrOf(page, '陈*国').waitFor()
  expect(await page.getByRole('radio', { name: /张/ }).count()).toBe(0)
})

test('an elder agrees in the own app; both see it, and the elder ends it', async () => {
  const mother = await openVerified(journey, 'wangxiuying', { elderText: 24 })
  const daughter = await openVerified(journey, 'lixiaohong')
  await daughter.open('/features/family/pages/add/index')
  await add(daughter.page, '父亲或母亲', 'wangxiuying')
  await arrivesAt(daughter.page, '等家人同意')

  await mother.open('/features/family/pages/list/index')
  await sees(mother.page, /有 1 个人想在自己的手机上出示您的健康码/)
  await press(mother.page, /^去答复$/)
  await arrivesAt(mother.page, '谁想看我的健康码')
  await press(mother.page, /^同意李\*红/)
  await sees(mother.page, '已同意')

  await daughter.open(HEALTH_CODE)
  await press(daughter.page, /^王\*英（父亲或母亲）/, 'radio')
  await qrOf(daughter.page, '王*英').waitFor()

  await mother.open('/features/family/pages/list/index')
  await press(mother.page, '不再让他看：李*红', 'link')
  await press(mother.page, '不再让他看')
  await arrivesAt(mother.page, '已经生效')
  // It holds for the very next request.
  await journey.pass(61_000)
  await waitFor('the mother to be gone', async () => ((await qrOf(daughter.page, '王*英').count()) === 0 ? true : undefined))
  await daughter.open(HEALTH_CODE)
  await qrOf(daughter.page, '李*红').waitFor()
  expect(await daughter.page.getByRole('radio', { name: /王/ }).count()).toBe(0)
})

test('the code that an elder reads out is consent, too; a wrong one is not', async () => {
  const { stack } = journey
  const { phone } = person('liuzhiqiang')
  // Only somebody who has an account can be asked.
  await openVerified(journey, 'liuzhiqiang')
  const { page, open } = await openVerified(journey, 'lixiaohong')
  await open('/features/family/pages/add/index')
  const code = await stack.smsCodeAfter(phone, async () => {
    await add(page, '其他家人', 'liuzhiqiang')
    await arrivesAt(page, '等家人同意')
    await stack.runJob('outbox')
  })
  await press(page, '填写他手机上的验证码')
  await arrivesAt(page, '填写家人的验证码')
  await fillIn(page, '验证码', code === '000000' ? '000001' : '000000')
  await press(page, /^确认$/)
  await sees(page, /验证码不对/)
  await fillIn(page, '验证码', code)
  await press(page, /^确认$/)
  await arrivesAt(page, '已添加家人')
})

test('somebody of another household, and a wrong name, are refused in words that help', async () => {
  const { page, open } = await openVerified(journey, 'wangxiuying')
  await open('/features/family/pages/add/index')
  await add(page, '孩子', 'zhangwei')
  await arrivesAt(page, /户口簿/)
  await sees(page, /带双方的身份证、户口簿到大厅窗口办理/)
  await press(page, '改一改再添加')
  await arrivesAt(page, '家人叫什么？')
})
