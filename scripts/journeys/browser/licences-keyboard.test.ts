import { COUNTER_PURPOSE, fieldsSeen } from '../support/checking'
import { staffPage } from '../support/counter'
import { prepareJourneys } from '../support/journey'
import { focuses, opensWithHeading, pressBy, tabTo } from '../support/keyboard'
import { openHolder, typedCode } from '../support/licences'
import { keptByStaff } from '../support/sign-in'
import { MONDAY_MORNING } from '../support/visits'

const journey = prepareJourneys({ start: MONDAY_MORNING })

test('with the keyboard alone a licence is shown, checked at the counter, and stopped', async () => {
  const { page, open } = await openHolder(journey, 'chenjianguo')
  const clerk = await journey.visit({ kept: await keptByStaff(journey.stack, 'clerk') })
  await open('/')
  await opensWithHeading(page, /一件事一次办/)
  await pressBy(page, 'Enter', 'link', /^我的证照/)
  await opensWithHeading(page, '我的证照')
  await pressBy(page, 'Enter', 'button', '出示证照')
  await opensWithHeading(page, '给对方看什么？')
  await pressBy(page, 'Enter', 'link', /^证明已满 18 岁/)
  await opensWithHeading(page, '请核对')
  await tabTo(page, 'radio', /对方能上网/)
  await page.keyboard.press('ArrowDown')
  await focuses(page, /对方那里没有网络/)
  await page.keyboard.press('ArrowUp')
  await focuses(page, /对方能上网/)
  await pressBy(page, 'Space', 'button', '出示 60 秒')
  await opensWithHeading(page, '出示证照')
  const code = await typedCode(page)

  await clerk.open(staffPage('verify'))
  await opensWithHeading(clerk.page, '查验证照和健康码')
  await tabTo(clerk.page, 'radio', new RegExp(COUNTER_PURPOSE))
  await clerk.page.keyboard.press('Space')
  await pressBy(clerk.page, 'Enter', 'button', '下一步')
  await focuses(clerk.page, /^请对方出示$/)
  await tabTo(clerk.page, 'textbox', /^10 位出示码/)
  await clerk.page.keyboard.type(code)
  await clerk.page.keyboard.press('Enter')
  await focuses(clerk.page, /^查验结果$/)
  expect(await fieldsSeen(clerk.page)).toMatchObject({ 姓名: '陈建国' })
  await pressBy(clerk.page, 'Space', 'button', '查验下一个')
  await focuses(clerk.page, /^请对方出示$/)

  await pressBy(page, 'Enter', 'button', '停止出示')
  await page.getByRole('status').getByText('已停止出示').waitFor()
  await tabTo(page, 'button', '再出示 60 秒')
})

test('fields are chosen with the keyboard, and whoever chose none is told where', async () => {
  const { page, open } = await openHolder(journey, 'wangxiuying')
  await open('/features/licences/pages/present/index')
  await opensWithHeading(page, '给对方看什么？')
  await pressBy(page, 'Enter', 'link', /^社会保障卡/)
  await opensWithHeading(page, '选要给对方看的内容')
  await pressBy(page, 'Enter', 'button', '下一步')
  await page.getByRole('alert').getByText('请至少选一项').waitFor()
  await tabTo(page, 'checkbox', /^姓名/)
  await page.keyboard.press('Space')
  await pressBy(page, 'Enter', 'button', '下一步')
  await opensWithHeading(page, '请核对')
  expect(await page.getByRole('list', { name: '对方会看到' }).innerText()).toMatch(/姓名\s*王秀英$/)
})
