import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import { acceptTask } from '../../../bff/src/features/proxy/tasks/testing/task-calls'
import { signInStaff } from '../../../bff/test/staff'
import { arrivesAt, press, sees } from './hands'
import { helpFor, proxyPage as here } from './helping'
import { stateOf } from './holder-views'
import { keepOnDevice, keptByToken } from './sign-in'
import type { Stack } from './stack'
import { draft, refusal, seesError } from './view-parts'
import type { View } from './views'
import type { Visitor } from './visitor'
import { somebodyElse } from './visits'

type Then = (visitor: Visitor, stack: Stack, request: HelpRequestDto) => Promise<void>

const showing =
  (words: string | RegExp): Then =>
  ({ page }) =>
    sees(page, words)

/** A page about somebody's request; each has a person of its own. */
const ofRequest = (screen: string, name: string, then: Then, before: Then = () => Promise.resolve()): View =>
  stateOf(here(screen), `help-${name}`, 'nobody', async (visitor, stack) => {
    const { token } = await somebodyElse(stack)
    const request = await helpFor(stack, token)
    await keepOnDevice(visitor.page, await keptByToken(stack, token))
    await before(visitor, stack, request)
    await visitor.open(screen === 'requests' ? here(screen) : `${here(screen)}?id=${request.id}`)
    await then(visitor, stack, request)
  })

const accepting: Then = async (_, stack, { id }) => {
  const { token } = await signInStaff(stack, 'volunteer')
  await acceptTask(stack, token, id)
}

const finishing: Then = async (visitor, stack, request) => {
  await accepting(visitor, stack, request)
  const { token } = await signInStaff(stack, 'volunteer')
  const body = { outcome: '已约好周五上午的户籍业务，身份证和户口簿都备齐了', minutes: 45 }
  await stack.call('POST /v1/staff/tasks/:id/finish', { token, params: { id: request.id }, body })
}

const returning: Then = async (visitor, stack, request) => {
  await accepting(visitor, stack, request)
  const { token } = await signInStaff(stack, 'volunteer')
  const body = { reason: '那天要送孩子去县医院' }
  await stack.call('POST /v1/staff/tasks/:id/return', { token, params: { id: request.id }, body })
}

const question = (screen: string, name = screen, button = '下一步'): View =>
  stateOf(here(screen), `help-${name}`, 'resident', (visitor) => seesError(visitor, button))

const answers = (now: number) => ({
  'draft:help-request': draft({
    ...{ who: 'self', person: '我本人', topic: 'other', words: '想换医保卡，腿脚不方便，村里没有人会办，请来家里看看' },
    ...{
      way: 'home',
      office: 'xiadong',
      officeName: '下东街道便民服务中心',
      address: '下东街道金星村 3 组 12 号，村部往东第二家',
    },
    ...{ date: new Date(now + 2 * 86_400_000).toISOString().slice(0, 10), part: 'morning', phone: '13800000002' },
    key: '019a0000-0000-7000-8000-0000000000d1',
  }),
})

const ASKING: readonly View[] = [
  question('who'),
  stateOf(here('who'), 'help-who-out', 'nobody', '登录后能请志愿者帮忙'),
  stateOf(here('who'), 'help-who-newcomer', 'newcomer', '去实名'),
  stateOf(here('what'), 'help-what', 'resident', async (visitor) => {
    await press(visitor.page, '别的事', 'radio')
    await seesError(visitor, '下一步')
  }),
  question('how'),
  stateOf(here('where'), 'help-where', 'resident', '下东街道便民服务中心'),
  question('address'),
  question('day'),
  question('phone'),
  { ...stateOf(here('check'), 'help-check', 'resident', '提交求助'), kept: answers },
  stateOf(here('check'), 'help-check-start', 'resident', '接着填'),
  {
    ...stateOf(here('check'), 'help-refused', 'resident', async ({ page }) => {
      await page.route('**/v1/help-requests', (route) => route.fulfill(refusal('request_limit_reached')))
      await press(page, '提交求助')
      await sees(page, '改一改再提交')
    }),
    kept: answers,
  },
]

export const HELP_VIEWS: readonly View[] = [
  ...ASKING,
  ofRequest('asked', 'asked', showing('看这个求助')),
  stateOf(here('asked'), 'help-asked-gone', 'resident', '没有找到这个求助', '?id=nothing'),
  ofRequest('requests', 'requests', showing('正在办的')),
  ofRequest('requests', 'requests-past', showing('以前的'), finishing),
  stateOf(here('requests'), 'help-requests-none', 'resident', '您没有求助'),
  ofRequest('request', 'request', showing('撤回这个求助')),
  ofRequest('request', 'request-accepted', showing('刘志强来帮您'), accepting),
  ofRequest('request', 'request-returned', showing(/^正在另找志愿者/), returning),
  ofRequest('request', 'request-done', showing('再请人帮忙'), finishing),
  ofRequest('take-back', 'take-back', showing('不撤回')),
  ofRequest('take-back', 'take-back-late', showing('这个求助不能再撤回'), finishing),
  ofRequest('take-back', 'take-back-done', async ({ page }) => {
    await press(page, /^撤回$/)
    await arrivesAt(page, '已撤回')
  }),
]
