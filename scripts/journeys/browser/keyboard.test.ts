import type { Page } from 'playwright-core'
import { sees } from '../support/hands'
import { prepareJourneys } from '../support/journey'
import { opensWithHeading, pressBy, tabOrder, tabTo } from '../support/keyboard'
import { waitFor } from '../support/stack'

const journey = prepareJourneys()

const focusedRole = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('role') ?? null)

async function enter(page: Page, label: string, value: string): Promise<void> {
  await tabTo(page, 'textbox', label)
  await page.keyboard.type(value)
}

test('a case is looked up, signed in for and followed with the keyboard alone', async () => {
  const { page, open } = await journey.visit()
  await open('/')
  await opensWithHeading(page, /一件事一次办/)
  await pressBy(page, 'Enter', 'link', /^查办件进度/)

  await opensWithHeading(page, '查办件进度')
  expect(await page.title()).toBe('查办件进度')
  await pressBy(page, 'Space', 'button', '下一步')
  await waitFor('the focus on the error summary', async () => ((await focusedRole(page)) === 'alert' ? true : undefined))
  await pressBy(page, 'Enter', 'link', '请填写受理回执上的办件编号')
  await page.keyboard.type('430224-2026-000123')
  await page.keyboard.press('Enter')

  await opensWithHeading(page, '填写查询密码')
  expect(await page.title()).toBe('填写查询密码')
  await enter(page, '查询密码是多少？', 'WRONG3')
  await pressBy(page, 'Enter', 'button', '查询')
  await opensWithHeading(page, '没有查到这件事')
  expect(await page.title()).toBe('没有查到这件事')
  await pressBy(page, 'Enter', 'button', '改一改再查')
  await opensWithHeading(page, '填写查询密码')
  await tabTo(page, 'textbox', '查询密码是多少？')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('A1B2C3')
  await pressBy(page, 'Space', 'button', '查询')

  await opensWithHeading(page, '办理进度')
  await pressBy(page, 'Enter', 'button', '关注这件事')
  await opensWithHeading(page, '登录')
  await enter(page, '手机号', '13800000004')
  const code = await journey.stack.smsCodeAfter('13800000004', () => page.keyboard.press('Enter'))
  await opensWithHeading(page, '填写验证码')
  await enter(page, '验证码', code)
  await pressBy(page, 'Enter', 'button', '登录')
  await opensWithHeading(page, '办理进度')
  await pressBy(page, 'Space', 'button', '关注这件事')
  await page.getByRole('status').getByText('已关注这件事').waitFor()
})

test('the first screen is gone through from top to bottom', async () => {
  const { page, open } = await journey.visit()
  await open('/')
  await opensWithHeading(page, /一件事一次办/)
  await sees(page, '企业开办')
  const names = (await tabOrder(page)).map(({ name }) => name.split('\n')[0])
  expect(names).toEqual([
    '长辈版',
    '登录',
    '找要办的事',
    '健康码',
    '我的证照',
    '预约办事',
    '找人帮忙',
    '查办件进度',
    '我的办件',
    '身份证进度',
    '出入境证件进度',
    '公安专区',
    '健康专区',
    '养老专区',
    '乡村振兴专区',
    '数字货币专区',
    '企业开办',
    '全部事项',
    '打电话问：12345',
    '首页',
    '办事',
    '消息',
    '我的',
  ])
})

test('mistakes are read out as they appear', async () => {
  const { page, open } = await journey.visit()
  await open('/pages/sign-in/index')
  await opensWithHeading(page, '登录')
  await tabTo(page, 'textbox', '手机号')
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('请填写 11 位手机号').waitFor()
  expect(await page.getByLabel('手机号').getAttribute('aria-invalid')).toBe('true')
  await sees(page, '错误：请填写 11 位手机号')
})
