import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { addDays, localDateAt } from '@one-visit/shared/kernel/local-date'
import { acceptTask, forSomebody, newVolunteer } from '../../../bff/src/features/proxy/tasks/testing/task-calls'
import { person } from '../../../bff/test/people'
import { signInStaff } from '../../../bff/test/staff'
import { fillIn, press, sees } from './hands'
import { deskPage as here, witness } from './helping'
import { stateOf } from './holder-views'
import type { Stack } from './stack'
import { seesError } from './view-parts'
import type { Owner, View } from './views'
import type { Visitor } from './visitor'

const state = (screen: string, name: string, as: Owner, reach: View['reach'], query?: string): View =>
  stateOf(here(screen), `staff-${name}`, as, reach, query)

/** At the counter, a new task with so many of its steps answered. */
async function answerSteps({ page }: Visitor, steps: number): Promise<void> {
  const { name, residentId, phone } = person('wangxiuying')
  const answers = [
    async () => {
      await fillIn(page, '姓名', name)
      await fillIn(page, '身份证号', residentId)
      await fillIn(page, '手机号', phone)
    },
    () => press(page, '帮我预约', 'radio'),
    async () => {
      await press(page, '上门', 'radio')
      await fillIn(page, '上门的地址', '下东街道金星村 3 组 12 号，村部往东第二家')
    },
    () => page.getByRole('radio').nth(2).click(),
  ]
  for (const answer of answers.slice(0, steps)) {
    await answer()
    await press(page, '下一步')
  }
}

const opening = (name: string, steps: number, then: (visitor: Visitor) => Promise<void>): View =>
  state('open', `open-${name}`, 'township-clerk', async (visitor) => {
    await answerSteps(visitor, steps)
    await then(visitor)
  })
const stuck = (visitor: Visitor): Promise<void> => seesError(visitor, '下一步')

const cancel = (stack: Stack, token: string, id: string) =>
  stack.call('POST /v1/staff/tasks/:id/cancel', { token, params: { id }, body: { reason: '本人来电，不用办了' } })

/** 王秀英 at the counter, with a mandate that the clerk has witnessed. */
async function mandateOfMother(stack: Stack): Promise<MandateDto> {
  const { token: clerk } = await signInStaff(stack, 'township-clerk')
  const { token: volunteer } = await signInStaff(stack, 'volunteer')
  const { items } = await stack.call('GET /v1/staff/tasks', { token: clerk, query: {} })
  // Three are all that one person may have open.
  for (const task of items.filter((one) => one.person === '王*英')) await cancel(stack, clerk, task.id)
  const body = forSomebody('wangxiuying', { date: addDays(localDateAt(stack.clock.now()), 1) })
  const { id } = await stack.call('POST /v1/staff/tasks', { token: clerk, body })
  return witness(stack, { task: await acceptTask(stack, volunteer, id) })
}

let registered = 0
async function register(stack: Stack): Promise<string> {
  const { token } = await signInStaff(stack, 'supervisor')
  registered += 1
  return (await stack.call('POST /v1/staff/volunteers', { token, body: newVolunteer(`li.hong${registered}`) })).id
}

const OPENING: readonly View[] = [
  opening('person', 0, stuck),
  opening('need', 1, stuck),
  opening('where', 2, async (visitor) => {
    await press(visitor.page, '上门', 'radio')
    await stuck(visitor)
  }),
  opening('when', 3, stuck),
  opening('check', 4, ({ page }) => sees(page, '请念给本人核对')),
  opening('done', 4, async ({ page }) => {
    await press(page, '登记')
    await sees(page, '再登记一件')
  }),
]

const ENDING: readonly View[] = [
  state('end', 'end-mandate', 'township-clerk', (visitor) => seesError(visitor, '结束委托')),
  state('end', 'end-mandate-done', 'township-clerk', async ({ page }, stack) => {
    const { number } = await mandateOfMother(stack)
    await press(page, '打电话来', 'radio')
    await fillIn(page, '委托编号', number)
    await fillIn(page, '本人身份证后四位', person('wangxiuying').residentId.slice(-4))
    await press(page, '结束委托')
    await sees(page, '再结束一份')
  }),
]

const VOLUNTEERS: readonly View[] = [
  state('volunteers', 'volunteers', 'supervisor', '在服务'),
  state('volunteers', 'volunteers-clerk', 'clerk', '这一页由值班负责人使用。'),
  state('volunteer', 'volunteer', 'supervisor', async ({ page, open }, stack) => {
    await open(`${here('volunteer')}?id=${await register(stack)}`)
    await sees(page, /^停止后志愿者/)
  }),
  state('volunteer', 'volunteer-left', 'supervisor', async ({ page, open }, stack) => {
    await open(`${here('volunteer')}?id=${await register(stack)}`)
    await press(page, '停止服务')
    await sees(page, '已停止服务')
  }),
  state('volunteer', 'volunteer-gone', 'supervisor', '没有找到这位志愿者', '?id=nothing'),
  state('register', 'register', 'supervisor', (visitor) => seesError(visitor, '登记')),
  state('register', 'register-done', 'supervisor', async ({ page }) => {
    const { name, residentId, phone } = person('lixiaohong')
    registered += 1
    await fillIn(page, '姓名', name)
    await fillIn(page, '身份证号', residentId)
    await fillIn(page, '手机号', phone)
    await fillIn(page, '账号', `xiao.hong${registered}`)
    await press(page, /下东街道/, 'radio')
    await press(page, '登记')
    await sees(page, '志愿者已记好')
  }),
]

/** Help and mandates at the counter, and the volunteers of the office. */
export const DESK_VIEWS: readonly View[] = [...OPENING, ...ENDING, ...VOLUNTEERS]
