import type { Locator, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../../bff/src/seed-demo'
import { person } from '../../../bff/test/people'
import { arrivesAt, fillIn, press } from './hands'
import { staffCode } from './sign-in'
import type { Stack } from './stack'

export const staffPage = (screen: string): string => `/features/staff/pages/${screen}/index`

/** From any page of staff that asks for it, and back to that page. */
export async function signInAtCounter(page: Page, stack: Stack, username: string): Promise<void> {
  await press(page, '登录')
  await signInAsStaff(page, stack, username)
}

/** From the staff's sign-in page to what asked for it. */
export async function signInAsStaff(page: Page, stack: Stack, username: string): Promise<void> {
  await arrivesAt(page, '工作人员登录')
  await fillIn(page, '账号', username)
  await fillIn(page, '密码', DEMO_PASSWORD)
  await fillIn(page, '动态码', staffCode(stack))
  await press(page, '登录')
}

/** A slot on the board, once it shows these counts: 09:30 综合受理, 可约 4，总数 4，已约 0. */
export const cell = (page: Page, slot: string, counts = ''): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^${slot}，.*${counts}`) })

/** Each slot on its own, not whole hours. */
export const bySlots = (page: Page): Promise<void> => press(page, '逐个时段', 'radio')

export async function backToBoard(page: Page): Promise<void> {
  await press(page, '回到看板')
  await arrivesAt(page, '预约看板')
  await bySlots(page)
}

/** A visit entered by staff, from the empty form to what is told to the person. */
export async function enterVisit(
  page: Page,
  { channel, group, time, key }: { channel: '电话预约' | '现场取号'; group: string; time: RegExp; key: string },
): Promise<void> {
  const { name, residentId, phone } = person(key)
  await arrivesAt(page, '代为预约')
  await press(page, new RegExp(`^${channel}`), 'radio')
  await press(page, group, 'radio')
  await press(page, time, 'radio')
  await fillIn(page, '姓名', name)
  await fillIn(page, '身份证号', residentId)
  await page
    .getByLabel(/^手机号/)
    .filter({ visible: true })
    .fill(phone)
  await press(page, /^预约$/)
}
