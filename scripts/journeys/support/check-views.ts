import type { Page } from 'playwright-core'
import { licenceOf } from '../../../bff/test/licences'
import { check, COUNTER_PURPOSE } from './checking'
import { staffPage } from './counter'
import { press, sees } from './hands'
import { sessionOf, stateOf } from './holder-views'
import { lastCode, person } from '../../../bff/test/people'
import type { Stack } from './stack'
import type { View } from './views'
import type { Visitor } from './visitor'

const VERIFY = staffPage('verify')

async function choosePurpose(page: Page): Promise<void> {
  await press(page, COUNTER_PURPOSE, 'radio')
  await press(page, '下一步')
  await sees(page, '请对方出示')
}

/** What 王秀英 shows of her social-security card. */
async function showTo(stack: Stack): Promise<string> {
  const token = await sessionOf(stack, 'wangxiuying')
  await stack.call('POST /v1/step-up/sms-codes', { token })
  const code = lastCode(stack, person('wangxiuying').phone)
  await stack.call('POST /v1/step-up', { token, body: { method: 'sms', code } })
  const licence = await licenceOf(stack, token, 'social_security_card')
  const fields = licence.fields.map(({ key }) => key)
  return (await stack.call('POST /v1/presentations', { token, body: { licence: licence.id, fields, way: 'offline' } })).qr
}

const checked = (name: string, then: (visitor: Visitor, stack: Stack) => Promise<void>): View =>
  stateOf(VERIFY, `staff-verify-${name}`, 'clerk', async (visitor, stack) => {
    await choosePurpose(visitor.page)
    await then(visitor, stack)
  })

/** Checking what somebody shows, at the counter. */
export const CHECK_VIEWS: readonly View[] = [
  stateOf(VERIFY, 'staff-verify-purpose', 'volunteer', async ({ page }) => {
    await press(page, /^其他/, 'radio')
    await press(page, '下一步')
    await page.getByRole('alert').waitFor()
  }),
  checked('code', async ({ page }) => {
    await press(page, /^查验$/)
    await page.getByRole('alert').waitFor()
  }),
  checked('refused', async ({ page }) => {
    await check(page, '22222 22222')
    await sees(page, '没有这个出示码')
  }),
  checked('licence', async ({ page }, stack) => {
    await check(page, await showTo(stack))
    await sees(page, '查验通过')
  }),
  checked('put-away', async ({ page, context }, stack) => {
    await check(page, await showTo(stack))
    await sees(page, '查验通过')
    await context.clock.fastForward(61_000)
    await sees(page, /^内容已收起/)
  }),
  checked('health', async ({ page }, stack) => {
    const token = await sessionOf(stack, 'wangxiuying')
    const { token: shown } = await stack.call('GET /v1/health-codes/:person', { token, params: { person: 'self' } })
    await check(page, shown?.value ?? '')
    await sees(page, '健康码是真的')
  }),
]
