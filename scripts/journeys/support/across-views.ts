import type { ApplicationDto } from '@one-visit/shared/cross-province/contract'
import { press, sees } from './hands'
import { actUnder, motherAgrees } from './helping'
import { becomePerson, stateOf } from './holder-views'
import { draft, refusal, seesError } from './view-parts'
import type { View } from './views'
import type { Visitor } from './visitor'

export const acrossPage = (screen: string): string => `/features/cross-province/pages/${screen}/index`
const here = acrossPage

/** Of the county of the demonstration, in each way; the online one asks a question of each kind. */
const ITEMS = { online: 'sole-trader-setup', forwarded: 'household-certificate', helped: 'spouse-household-move' }
const about = (item: string, side = 'county', region = 'baiyun'): string => `?side=${side}&region=${region}&item=${item}`
const ONLINE = about(ITEMS.online)
const APPLICATION = '?id=019a0000-0000-7000-8000-0000000000a1'

const CHOOSING: readonly View[] = [
  stateOf(here('start'), 'across-start', 'nobody', /^人在茶陵县/),
  stateOf(here('start'), 'across-start-item', 'nobody', /^要办：/, `?item=${ITEMS.online}`),
  stateOf(here('region'), 'across-region', 'nobody', /^贵州省/, '?side=county'),
  stateOf(here('region'), 'across-region-item', 'nobody', /^要办：/, `?side=region&item=${ITEMS.online}`),
  stateOf(here('region'), 'across-region-none', 'nobody', '重新选人在哪里', '?side=region&item=graduate-household-move'),
  stateOf(here('region'), 'across-region-cut', 'nobody', '没有找到这个地区'),
  stateOf(here('items'), 'across-items', 'nobody', '两地帮您办', '?side=county&region=jian'),
  stateOf(here('items'), 'across-items-there', 'nobody', '代收代办', '?side=region&region=baiyun'),
  stateOf(here('items'), 'across-items-gone', 'nobody', '没有找到这个地区', '?side=region&region=nowhere'),
  stateOf(here('item'), 'across-item', 'nobody', '开始申请', ONLINE),
  stateOf(here('item'), 'across-item-window', 'nobody', '预约跨省通办窗口', about(ITEMS.forwarded, 'region')),
  stateOf(here('item'), 'across-item-there', 'nobody', /^请到吉安市的窗口/, about(ITEMS.helped, 'county', 'jian')),
  stateOf(here('item'), 'across-item-gone', 'nobody', '看那里能办的事', about(ITEMS.helped)),
]

const wrong = (question: string, name: string): View =>
  stateOf(
    here('question'),
    `across-${name}`,
    'resident',
    (visitor) => seesError(visitor, '下一步'),
    `${ONLINE}&question=${question}`,
  )

const QUESTIONS: readonly View[] = [
  wrong('place', 'text'),
  wrong('place-right', 'choice'),
  {
    ...wrong('opens-on', 'date'),
    kept: { 'draft:across:county:baiyun:sole-trader-setup': draft({ 'answer:opens-on': '2027-2-30' }) },
  },
  stateOf(here('question'), 'across-question-out', 'nobody', /^登录后就能申请/, `${ONLINE}&question=place`),
  stateOf(here('question'), 'across-question-newcomer', 'newcomer', '去实名', `${ONLINE}&question=place`),
  stateOf(here('question'), 'across-question-gone', 'resident', '没有这一项了', `${ONLINE}&question=gone`),
]

/** Everything that is asked for setting up shop has an answer. */
export const SHOP = {
  'shop-name': '陈记茶油铺，或者陈建国茶油铺',
  business: '卖茶油、茶叶，也帮人榨油',
  place: '茶陵县下东街道示例路 8 号 102 室，菜市场东门往里第二家',
  'place-right': 'rented',
  'run-by': 'alone',
  'opens-on': '2027-1-8',
} as const

const answered = {
  'draft:across:county:baiyun:sole-trader-setup': draft(
    Object.fromEntries(Object.entries(SHOP).map(([id, value]) => [`answer:${id}`, value])),
  ),
}
const declared = async ({ page }: Visitor): Promise<void> => {
  await page.getByRole('checkbox', { name: /^我看完了/ }).click()
  await page.getByRole('checkbox', { checked: true }).waitFor()
}

const CHECKING: readonly View[] = [
  { ...stateOf(here('check'), 'across-check', 'resident', declared, ONLINE), kept: answered },
  {
    ...stateOf(here('check'), 'across-check-errors', 'resident', (visitor) => seesError(visitor, '提交申请'), ONLINE),
    kept: answered,
  },
  stateOf(here('check'), 'across-check-start', 'resident', '接着填', ONLINE),
  {
    ...stateOf(
      here('check'),
      'across-refused',
      'resident',
      async (visitor) => {
        const { page } = visitor
        await page.route('**/v1/cross-province-applications', (route) => route.fulfill(refusal('already_applied')))
        await declared(visitor)
        await press(page, '提交申请')
        await sees(page, '回去看填的内容')
      },
      ONLINE,
    ),
    kept: answered,
  },
]

const OFFICE = {
  ...{ name: '白云区政务服务中心跨省通办窗口', address: '贵阳市白云区示例路 1 号（示例地址）', phone: '0851-12345' },
  ...{ hours: '周一到周五 9:00–12:00、13:00–17:00', sample: ['name', 'address', 'hours'] },
}

const NOT_YET = { caseNumber: null, queryPassword: null, acceptedBy: null, promisedBy: null, refusal: null }
const STATES: Readonly<Record<ApplicationDto['state'], Partial<ApplicationDto>>> = {
  sending: NOT_YET,
  refused: { ...NOT_YET, refusal: '店名和别人的重复了，请换一个名字再申请。' },
  opened: {
    ...{ caseNumber: '430224-2026-000900', queryPassword: 'k7m2p9', acceptedBy: '茶陵县市场监督管理局' },
    ...{ promisedBy: '2026-11-26', refusal: null },
  },
}

const application = (state: ApplicationDto['state']): ApplicationDto =>
  ({
    ...{ id: '019a0000-0000-7000-8000-0000000000a1', item: { id: ITEMS.online, name: '个体工商户设立登记' } },
    ...{ region: { id: 'baiyun', name: '贵阳市白云区' }, side: 'county', state, office: OFFICE },
    ...{ createdAt: '2026-11-23T00:20:00.000Z' },
    ...STATES[state],
  }) as ApplicationDto

/** A page of applications that have come so far. */
const ofState = (screen: string, name: string, states: readonly ApplicationDto['state'][], words: string | RegExp): View =>
  stateOf(here(screen), `across-${name}`, 'resident', async ({ page, open }) => {
    await page.route('**/v1/cross-province-applications', (route) => route.fulfill({ json: { items: states.map(application) } }))
    await page.route('**/v1/cross-province-applications/*', (route) =>
      route.fulfill({ json: application(states[0] ?? 'sending') }),
    )
    await open(here(screen) + (screen === 'application' ? APPLICATION : ''))
    await sees(page, words)
  })

const APPLICATIONS: readonly View[] = [
  ofState('application', 'sending', ['sending'], '部门的系统还没有回应'),
  ofState('application', 'opened', ['opened'], '看进度'),
  ofState('application', 'not-taken', ['refused'], '改好再申请'),
  stateOf(here('application'), 'across-application-gone', 'resident', '没有找到这个申请', APPLICATION),
  ofState('applications', 'list', ['sending', 'opened', 'refused'], '没有办成'),
  stateOf(here('applications'), 'across-list-none', 'resident', '还没有申请过'),
  stateOf(here('applications'), 'across-list-out', 'nobody', '登录后能看到您的跨省通办申请'),
  ofState('start', 'start-mine', ['sending'], /^有 1 件/),
]

/** While the daughter acts for her mother, who has named this, or has not. */
const acting = (
  screen: string,
  name: string,
  more: readonly 'apply_across_regions'[],
  query: string,
  words: string | RegExp,
): View =>
  stateOf(here(screen), `across-acting-${name}`, 'nobody', async (visitor, stack) => {
    const mandate = await motherAgrees(stack)
    await becomePerson(visitor, stack, 'lixiaohong')
    const scope = [...mandate.scope, ...more.map((operation) => ({ operation, items: null }))]
    await actUnder(visitor, { ...mandate, scope }, 'resident')
    await visitor.open(here(screen) + query)
    await sees(visitor.page, '您正在为 王*英 办理')
    await sees(visitor.page, words)
  })

export const ACROSS_VIEWS: readonly View[] = [
  ...CHOOSING,
  ...QUESTIONS,
  ...CHECKING,
  ...APPLICATIONS,
  acting('item', 'item', ['apply_across_regions'], ONLINE, '开始申请'),
  acting('item', 'not-named', [], ONLINE, /没有让您申请/),
  acting('question', 'question', ['apply_across_regions'], `${ONLINE}&question=place`, /^店开在/),
]
