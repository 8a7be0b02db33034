import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { fillIn, press, sees } from './hands'
import { actUnder, deskPage as here, proxyPage, takenTask, witness, type Taken } from './helping'
import { stateOf } from './holder-views'
import type { Stack } from './stack'
import { seesError } from './view-parts'
import type { Owner, View } from './views'
import type { Visitor } from './visitor'
import { photographCards } from './witnessing'

interface Ready extends Taken {
  readonly mandate: MandateDto | null
}

type Then = (visitor: Visitor, stack: Stack, ready: Ready) => Promise<void>
type Made = (stack: Stack) => Promise<Ready>

const showing =
  (words: string | RegExp): Then =>
  ({ page }) =>
    sees(page, words)
const failing =
  (button: string): Then =>
  (visitor) =>
    seesError(visitor, button)

const taken: Made = async (stack) => ({ ...(await takenTask(stack)), mandate: null })
const mandated: Made = async (stack) => {
  const task = await takenTask(stack)
  return { ...task, mandate: await witness(stack, task) }
}
const waiting: Made = async (stack) => {
  const { task, volunteer, asker } = await takenTask(stack)
  const scope = [{ operation: 'look_up_cases' as const, items: null }]
  const body = { scope, days: 3, evidence: 'phone_code', scan: null } as const
  const mandate = await stack.call('POST /v1/staff/tasks/:id/mandates', { token: volunteer, params: { id: task.id }, body })
  return { task, volunteer, asker, mandate }
}
const returned: Made = async (stack) => {
  const { task, volunteer, asker } = await takenTask(stack)
  const body = { reason: '那天要送孩子去县医院' }
  return { volunteer, asker, mandate: null, task: await giveBack(stack, volunteer, task.id, body) }
}
async function finished(stack: Stack): Promise<void> {
  const { task, volunteer } = await taken(stack)
  const body = { outcome: '已约好周五上午的户籍业务', minutes: 45 }
  await stack.call('POST /v1/staff/tasks/:id/finish', { token: volunteer, params: { id: task.id }, body })
}
const giveBack = (stack: Stack, token: string, id: string, body: { reason: string }) =>
  stack.call('POST /v1/staff/tasks/:id/return', { token, params: { id }, body })

const ofTask = (as: Owner, screen: string, name: string, made: Made, then: Then): View =>
  stateOf(here(screen), `staff-${name}`, as, async (visitor, stack) => {
    const ready = await made(stack)
    const isOfMandate = ['slip', 'acts', 'scan'].includes(screen)
    await visitor.open(`${here(screen)}?id=${isOfMandate ? (ready.mandate?.id ?? '') : ready.task.id}`)
    await then(visitor, stack, ready)
  })

const state = (screen: string, name: string, as: Owner, reach: View['reach'], query?: string): View =>
  stateOf(here(screen), `staff-${name}`, as, reach, query)

const TASKS: readonly View[] = [
  state('tasks', 'tasks', 'volunteer', async ({ page, open }, stack) => {
    await returned(stack)
    // Last: whoever holds many tasks finishes them before taking another.
    await taken(stack)
    await open(here('tasks'))
    await sees(page, '我在办的')
    await sees(page, '等人接的')
  }),
  state('tasks', 'tasks-counter', 'township-clerk', '替来人、来电的人登记'),
  state('tasks', 'tasks-closed', 'township-clerk', async ({ page }, stack) => {
    await finished(stack)
    await press(page, '已结束的', 'radio')
    await sees(page, '已办完')
  }),
  ofTask('volunteer', 'task', 'task-open', returned, showing('我来办')),
  ofTask('volunteer', 'task', 'task-taken', taken, showing('请本人委托')),
  ofTask('volunteer', 'task', 'task-waiting', waiting, showing('填写验证码')),
  ofTask('volunteer', 'task', 'task-mandated', mandated, showing('开始代办')),
  ofTask('township-clerk', 'task', 'task-counter', taken, showing('当面办委托')),
  ofTask('township-clerk', 'task', 'task-counter-mandated', mandated, showing('看和打印委托单')),
  state('task', 'task-gone', 'volunteer', '没有找到这件求助', '?id=nothing'),
  ofTask('volunteer', 'finish', 'finish', taken, failing('办完了')),
  ofTask('volunteer', 'finish', 'finish-done', taken, async ({ page }) => {
    await fillIn(page, '办得怎么样？', '已约好')
    await fillIn(page, '用了多少分钟？', '45')
    await press(page, '办完了')
    await sees(page, '已记下，办完了')
  }),
  ofTask('volunteer', 'return', 'return', taken, failing('退回')),
  ofTask('township-clerk', 'cancel', 'cancel-task', taken, failing('撤销')),
]

const chooses =
  (...answers: readonly string[]): Then =>
  async ({ page }) => {
    for (const answer of answers) {
      const control = page.getByRole('checkbox', { name: answer }).or(page.getByRole('radio', { name: answer }))
      await control.click()
      await press(page, '下一步')
    }
  }

const asksFor = (name: string, ...answers: readonly string[]): View =>
  ofTask('volunteer', 'ask', `ask-${name}`, taken, async (visitor, stack, ready) => {
    await chooses(...answers)(visitor, stack, ready)
    await seesError(visitor, '下一步')
  })

const WITNESSED = ['查询办事进度', '7 天', '当面核对双方身份证'] as const

const ASKING: readonly View[] = [
  asksFor('operations'),
  asksFor('groups', '预约、改约、取消到场办事'),
  asksFor('licences', '出示电子证照'),
  asksFor('days', '查询办事进度'),
  asksFor('evidence', '查询办事进度', '7 天'),
  ofTask('volunteer', 'ask', 'ask-check', taken, async (visitor, stack, ready) => {
    await chooses('查询办事进度', '7 天', '念验证码')(visitor, stack, ready)
    await sees(visitor.page, '发验证码给本人')
  }),
  ofTask('volunteer', 'ask', 'ask-sent', taken, async (visitor, stack, ready) => {
    await chooses('查询办事进度', '7 天', '念验证码')(visitor, stack, ready)
    await press(visitor.page, '发验证码给本人')
    await sees(visitor.page, '去填验证码')
  }),
  ofTask('township-clerk', 'ask', 'ask-photo', taken, async (visitor, stack, ready) => {
    await chooses(...WITNESSED)(visitor, stack, ready)
    await seesError(visitor, '下一步')
  }),
  ofTask('township-clerk', 'ask', 'ask-photo-taken', taken, async (visitor, stack, ready) => {
    await chooses(...WITNESSED)(visitor, stack, ready)
    await photographCards(visitor.page)
  }),
  ofTask('township-clerk', 'ask', 'ask-nobody', returned, showing(/^还没有志愿者接这件求助/)),
  ofTask('volunteer', 'code', 'mandate-code', waiting, failing('确认')),
  ofTask('volunteer', 'code', 'mandate-code-over', mandated, showing(/^现在没有要填的验证码/)),
  ofTask('volunteer', 'give-back', 'give-back', mandated, showing(/^交回后/)),
  ofTask('township-clerk', 'slip', 'slip', mandated, showing('打印')),
  ofTask('township-clerk', 'acts', 'acts-none', mandated, showing('还没有做过什么')),
  ofTask('supervisor', 'scan', 'scan', mandated, failing('看照片')),
  ofTask('supervisor', 'scan', 'scan-seen', mandated, async ({ page }) => {
    await press(page, '有人投诉', 'radio')
    await press(page, '看照片')
    await sees(page, /^拍于/)
  }),
  ofTask('volunteer', 'acts', 'acts', mandated, async ({ page, open }, stack, { mandate, volunteer }) => {
    const id = mandate?.id ?? ''
    await stack.call('GET /v1/cases', { token: volunteer, mandate: id })
    await fetch(`${stack.url}/v1/family`, { headers: { authorization: `Bearer ${volunteer}`, 'x-mandate': id } })
    await open(`${here('acts')}?id=${id}`)
    await sees(page, '没有让办')
  }),
]

const acting = (page: string, name: string, words: string | RegExp): View =>
  stateOf(page, `staff-acting-${name}`, 'volunteer', async (visitor, stack) => {
    const ready = await takenTask(stack)
    await actUnder(visitor, await witness(stack, ready), 'volunteer')
    await visitor.open(page)
    await sees(visitor.page, /^您正在为 .* 办理$/)
    await sees(visitor.page, words)
  })

export const VOLUNTEER_VIEWS: readonly View[] = [
  ...TASKS,
  ...ASKING,
  acting(proxyPage('acting'), 'doors', '办件进度'),
  acting('/features/appointments/pages/start/index', 'booking', /户籍和身份证/),
  acting('/features/appointments/pages/visits/index', 'visits', /预约/),
]
