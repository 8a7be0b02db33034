import type { Page } from 'playwright-core'
import { staffPage } from './counter'
import { arrivesAt, fillIn, press, sees } from './hands'
import type { Journey } from './journey'
import { keptByStaff } from './sign-in'
import type { Visitor, VisitorOptions } from './visitor'

/** A code of staff counts once, and the next comes after half a minute. */
const NEXT_CODE_MS = 31_000

export const COUNTER_PURPOSE = '窗口办理业务核对身份'

/** The window of a clerk of the hall, at the field for what somebody shows. Lets half a minute pass: before anything is shown. */
export async function openClerk(journey: Journey, options: VisitorOptions = {}): Promise<Visitor> {
  await journey.pass(NEXT_CODE_MS)
  const clerk = await journey.visit({ ...options, kept: await keptByStaff(journey.stack, 'clerk') })
  await clerk.open(staffPage('verify'))
  await arrivesAt(clerk.page, '查验证照和健康码')
  await press(clerk.page, COUNTER_PURPOSE, 'radio')
  await press(clerk.page, '下一步')
  await sees(clerk.page, '请对方出示')
  return clerk
}

/** Types or pastes what somebody shows, and sends it. */
export async function check(page: Page, code: string): Promise<void> {
  await fillIn(page, '10 位出示码', code)
  await press(page, /^查验$/)
}

/** What the check says of the holder, label by label: 姓名 → 陈建国. Throws when it was refused. */
export async function fieldsSeen(page: Page): Promise<Record<string, string>> {
  await sees(page, '查验通过')
  const rows = await page.getByRole('list', { name: '对方给您看的内容' }).getByRole('listitem').allInnerTexts()
  return Object.fromEntries(
    rows.map((row) => row.split('\n').map((part) => part.trim())).map(([label = '', ...value]) => [label, value.join('')]),
  )
}

export async function checkNext(page: Page): Promise<void> {
  await press(page, '查验下一个')
  await sees(page, '请对方出示')
}
