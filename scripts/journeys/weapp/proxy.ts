import { OPERATION_TEXT } from '@one-visit/shared/proxy/rules'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { MANDATE_OPERATIONS, type MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import { person, signInVerified } from '../../../bff/test/people'
import type { WeappApp } from '../../weapp-runner'
import type { Stack } from '../support/stack'
import { arrivesAt, fillIn, press, sees } from './hands'
import { keptBy, visitor } from './people'
import { staffPage } from './staff'

export const deskPage = (screen: string): string => `features/volunteer/pages/${screen}/index`
export const proxyPage = (screen: string): string => `features/proxy/pages/${screen}/index`
export const ACTING_PAGE = proxyPage('acting')

/** As everybody but themselves reads it. */
export const MOTHER = '王\\*英'
const STRIP = /您正在为 王\*英 办理/

/** Two ID cards side by side, so many bytes of them: begins and ends as a JPEG does. */
const cards = (bytes: number): string =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(bytes, 'card'), Buffer.from([0xff, 0xd9])]).toString(
    'base64',
  )

/** As a phone's camera takes them: too large to be sent as they are. */
const BOTH_CARDS = cards(3_000_000)
export const SMALL_SCAN = cards(100)

/** What the daughter asks of the township for her mother. */
export const MOTHERS_TASK = {
  topic: 'book_visit',
  words: '',
  way: 'village_centre',
  office: 'xiadong',
  address: null,
  date: '2026-11-24' as LocalDate,
  part: 'any',
  phone: person('wangxiuying').phone,
} as const

/** What a phone keeps while a volunteer acts under that mandate. */
export const actingOn = (mandate: string, operations: readonly MandateOperation[] = MANDATE_OPERATIONS) => ({
  'one-visit:acting': { mandate, person: '王*英', by: 'volunteer', operations },
})

/** Lets the BFF tell what was done. */
export async function tellActs(stack: Stack): Promise<void> {
  await stack.runJob('acts-to-tell')
  await stack.runJob('outbox')
}

/**
 * The phone of the daughter, whose account shows her mother with her mother's consent. The mother agreed on a phone that she has no
 * more: nobody is signed in as her.
 */
export async function daughterOf(stack: Stack): Promise<ReturnType<typeof visitor>> {
  const { token: mother } = await signInVerified(stack, 'wangxiuying')
  const session = await signInVerified(stack, 'lixiaohong')
  const { name, residentId } = person('wangxiuying')
  const body = { name, residentId, relation: 'parent' } as const
  const { id } = await stack.call('POST /v1/family', { token: session.token, body })
  await stack.call('POST /v1/family/:id/answer', { token: mother, params: { id }, body: { accept: true } })
  await stack.call('DELETE /v1/session', { token: mother })
  return { ...visitor('lixiaohong'), storage: keptBy(session) }
}

/** On the phone of a clerk: somebody has come, and says what for. */
export async function openTask(
  clerk: WeappApp,
  key: string,
  { phone = person(key).phone, day = '11月24日 周二' } = {},
): Promise<void> {
  const { name, residentId } = person(key)
  await clerk.open(staffPage('home'))
  await press(clerk, /^登记求助/, 'link')
  await arrivesAt(clerk, '登记求助')
  await fillIn(clerk, '姓名', name)
  await fillIn(clerk, '身份证号', residentId)
  await fillIn(clerk, '手机号', phone)
  await press(clerk, '下一步')
  await press(clerk, '帮我预约', 'radio')
  await press(clerk, '下一步')
  await press(clerk, '在便民服务中心', 'radio')
  await press(clerk, '下一步')
  await press(clerk, day, 'radio')
  await press(clerk, '下一步')
  await sees(clerk, new RegExp(`请念给本人核对.*${name}`))
  await press(clerk, '登记')
  await sees(clerk, /已登记，求助编号\d{4} \d{4} \d{2}/)
}

/** On the phone of a volunteer: takes the task of whoever is called so. */
export async function acceptTask(volunteer: WeappApp, masked = MOTHER): Promise<void> {
  await openTaskOf(volunteer, masked)
  await press(volunteer, '我来办')
  await sees(volunteer, /怎么联系/)
}

/** From the page of staff to the task of whoever is called so. */
export async function openTaskOf(app: WeappApp, masked = MOTHER): Promise<void> {
  await app.open(staffPage('home'))
  await press(app, /^求助任务/, 'link')
  await arrivesAt(app, '求助任务')
  await press(app, new RegExp(`^帮我预约 · ${masked}`), 'link')
  await arrivesAt(app, '一件求助')
}

export interface Terms {
  readonly operations: readonly MandateOperation[]
  readonly groups?: readonly string[]
  readonly licences?: readonly string[]
  readonly days: '1' | '7'
}

/** Ticks the boxes whose names begin so. */
export async function tick(app: WeappApp, names: readonly string[]): Promise<void> {
  for (const name of names) await app.tap(await app.waitFor(() => app.getByRole('checkbox', { name: new RegExp(`^${name}`) })))
}

/** From the questions of staff about a mandate to the last: how the person agrees. */
export async function chooseTerms(app: WeappApp, { operations, groups = [], licences = [], days }: Terms): Promise<void> {
  await arrivesAt(app, '请本人委托')
  for (const names of [operations.map((one) => OPERATION_TEXT[one]), groups, licences]) {
    if (names.length === 0) continue
    await tick(app, names)
    await press(app, '下一步')
  }
  await press(app, `${days} 天`, 'radio')
  await press(app, '下一步')
}

/** The clerk sees both cards, says so, and photographs them. */
export async function witness(clerk: WeappApp, terms: Terms): Promise<void> {
  await press(clerk, '当面办委托')
  await chooseTerms(clerk, terms)
  await press(clerk, /^当面核对双方身份证/, 'radio')
  await press(clerk, '下一步')
  await press(clerk, '下一步')
  await sees(clerk, /请逐条确认.*请拍下双方的身份证/)
  await tick(clerk, ['我看了本人的身份证', '我看了志愿者的身份证', '我念了可以代办的事'])
  clerk.answers.photo = BOTH_CARDS
  await press(clerk, '拍照')
  await clerk.waitFor(() => clerk.getByRole('button', { name: '重新拍' }))
  await press(clerk, '下一步')
  await press(clerk, '办好委托')
  await sees(clerk, /委托已生效/)
}

/** The volunteer asks for a code, which may be refused. */
export async function tryByCode(volunteer: WeappApp, terms: Terms): Promise<void> {
  await press(volunteer, '请本人委托')
  await chooseTerms(volunteer, terms)
  await press(volunteer, /^念验证码/, 'radio')
  await press(volunteer, '下一步')
  await press(volunteer, '发验证码给本人')
}

/** The volunteer asks; the code goes to the person's phone. */
export async function askByCode(volunteer: WeappApp, terms: Terms): Promise<void> {
  await tryByCode(volunteer, terms)
  await sees(volunteer, /验证码已发到本人的手机/)
}

/** The code for a mandate that was sent to the phone of that person last. */
export async function mandateCode(stack: Stack, key: string): Promise<string> {
  await stack.runJob('outbox')
  const sent = stack.fakes.smsSent(person(key).phone).findLast(({ template }) => template === 'mandate_code')
  return sent?.params['code'] ?? 'no code was sent'
}

/** From the task to what may be done for the person. */
export async function beginActing(volunteer: WeappApp): Promise<void> {
  await press(volunteer, '开始代办')
  await arrivesAt(volunteer, new RegExp(`^替${MOTHER}办事`))
  seesStrip(volunteer)
}

/** The page on top says for whom it is; throws when it does not. */
export function seesStrip(app: WeappApp): void {
  expect(app.text()).toMatch(STRIP)
  app.getByRole('region', { name: '正在代办' })
  app.getByRole('button', { name: '结束代办' })
}

/** Nobody acts any more, no page of the person is left to go back to, and nothing of the person is kept. */
export async function keepsNothing(app: WeappApp): Promise<void> {
  await app.waitFor(() => !STRIP.test(app.text()))
  expect(app.stack).toHaveLength(1)
  expect(app.stored('one-visit:acting') ?? null).toBeNull()
  expect(JSON.stringify(app.storage())).not.toMatch(/王\*英|王秀英|430224194803120023|13800000001/)
}
