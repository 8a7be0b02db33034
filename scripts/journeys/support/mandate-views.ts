import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { arrivesAt, press, sees } from './hands'
import { actUnder, daughterAsks, motherAgrees, motherAndDaughter, proxyPage as here } from './helping'
import { becomePerson, stateOf } from './holder-views'
import { HEALTH_CODE, licencePage } from './licences'
import type { Stack } from './stack'
import { draft, refusal, seesError } from './view-parts'
import type { View } from './views'
import type { Visitor } from './visitor'

type Then = (visitor: Visitor, stack: Stack, mandate: MandateDto) => Promise<void>
type Made = (stack: Stack) => Promise<MandateDto>

const showing =
  (words: string | RegExp): Then =>
  ({ page }) =>
    sees(page, words)

const ofMandate = (side: 'wangxiuying' | 'lixiaohong', screen: string, name: string, made: Made, then: Then): View =>
  stateOf(here(screen), `mandate-${name}`, 'nobody', async (visitor, stack) => {
    const mandate = await made(stack)
    await becomePerson(visitor, stack, side)
    await visitor.open(`${here(screen)}?${screen === 'mandates' ? 'of=held' : `id=${mandate.id}`}`)
    await then(visitor, stack, mandate)
  })

const mothers = 'wangxiuying'
const daughters = 'lixiaohong'

/** The daughter has looked, and tried what she may not. */
const used: Made = async (stack) => {
  const mandate = await motherAgrees(stack)
  const { daughter: token } = await motherAndDaughter(stack)
  await stack.call('GET /v1/cases', { token, mandate: mandate.id })
  await fetch(`${stack.url}/v1/family`, { headers: { authorization: `Bearer ${token}`, 'x-mandate': mandate.id } })
  return mandate
}

const ended: Made = async (stack) => {
  const { id } = await used(stack)
  const { mother, daughter } = await motherAndDaughter(stack)
  await stack.call('DELETE /v1/mandates/:id', { token: mother, params: { id } })
  return stack.call('GET /v1/mandates/:id', { token: daughter, params: { id } })
}

/** A page of the daughter's own; her mother is on her account. */
const ofDaughter = (screen: string, name: string, then: (visitor: Visitor) => Promise<void>, kept?: View['kept']): View => ({
  ...stateOf(here(screen), `mandate-${name}`, 'nobody', async (visitor, stack) => {
    await motherAndDaughter(stack)
    await becomePerson(visitor, stack, daughters)
    await visitor.open(here(screen))
    await then(visitor)
  }),
  ...(kept === undefined ? {} : { kept }),
})

const withError = (visitor: Visitor): Promise<void> => seesError(visitor, '下一步')

const ANSWERS = {
  'draft:ask-mandate': draft({
    ...{ member: '019a0000-0000-7000-8000-0000000000f1', person: '王*英（父亲或母亲）' },
    operations: 'book_visits,look_up_cases,show_health_code,show_licences',
    ...{ visits: 'household,social-security,medical-insurance', licences: 'id_card,medical_insurance', days: '30' },
  }),
}

const NO_WAY = '这位家人没有在手机上登录过，没法在手机上同意。请两人带身份证到便民服务中心办理。'

const ASKING: readonly View[] = [
  ofDaughter('ask-who', 'ask-who', withError),
  stateOf(here('ask-who'), 'mandate-ask-nobody', 'nobody', async (visitor, stack) => {
    await becomePerson(visitor, stack, 'liuzhiqiang')
    await visitor.open(here('ask-who'))
    await sees(visitor.page, '去我的家人')
  }),
  ofDaughter('ask-what', 'ask-what', withError),
  ofDaughter('ask-visits', 'ask-visits', withError),
  ofDaughter('ask-licences', 'ask-licences', withError),
  ofDaughter('ask-days', 'ask-days', withError),
  ofDaughter('ask-check', 'ask-check', ({ page }) => sees(page, '提交申请'), ANSWERS),
  ofDaughter('ask-check', 'ask-check-start', ({ page }) => sees(page, '接着填')),
  ofDaughter(
    'ask-check',
    'ask-refused',
    async ({ page }) => {
      await page.route('**/v1/mandates', (route) => route.fulfill(refusal('not_allowed', NO_WAY)))
      await press(page, '提交申请')
      await sees(page, '改一改再提交')
    },
    ANSWERS,
  ),
]

/** Somebody else's pages while the daughter acts for her mother. */
const acting = (page: string, name: string, words: string | RegExp): View =>
  stateOf(page, `acting-${name}`, 'nobody', async (visitor, stack) => {
    const mandate = await motherAgrees(stack)
    await becomePerson(visitor, stack, daughters)
    await actUnder(visitor, mandate, 'resident')
    await visitor.open(page)
    await sees(visitor.page, '您正在为 王*英 办理')
    await sees(visitor.page, words)
  })

const ENDED = '/pages/acting-ended/index'

const ACTING: readonly View[] = [
  acting(here('acting'), 'doors', '办件进度'),
  stateOf(here('acting'), 'acting-none', 'resident', '您现在没有在替谁办事'),
  acting('/pages/home/index', 'home', /^看能代办什么/),
  acting('/features/appointments/pages/start/index', 'booking', /户籍和身份证/),
  acting('/features/appointments/pages/visits/index', 'visits', /预约/),
  acting('/features/progress/pages/id-card/index', 'id-card', '居民身份证'),
  acting(HEALTH_CODE, 'health-code', '绿码 · 可以通行'),
  acting(licencePage('wallet'), 'wallet', '居民身份证'),
  acting('/features/family/pages/list/index', 'own-later', '这里是您自己的内容'),
  stateOf(ENDED, 'acting-ended', 'resident', '代办已结束', '?reason=mandate_ended'),
  stateOf(ENDED, 'acting-ended-expired', 'nobody', '这份委托已经到期。', '?reason=mandate_expired'),
  stateOf(ENDED, 'staff-acting-ended', 'volunteer', '回到工作首页', '?reason=mandate_ended'),
]

export const MANDATE_VIEWS: readonly View[] = [
  ...ASKING,
  stateOf(here('mandates'), 'mandate-list-out', 'nobody', '登录后能看到谁能替您办事'),
  stateOf(here('mandates'), 'mandate-list-none', 'resident', '现在没有人能替您办事'),
  stateOf(here('mandates'), 'mandate-held-none', 'resident', '您现在不能替别人办事', '?of=held'),
  ofMandate(daughters, 'mandates', 'held', motherAgrees, showing('您现在能替办的')),
  stateOf(here('mandates'), 'mandate-given', 'nobody', async (visitor, stack) => {
    await ended(stack)
    await daughterAsks(stack)
    await becomePerson(visitor, stack, mothers)
    await visitor.open(here('mandates'))
    await sees(visitor.page, '等您答复')
    await sees(visitor.page, '以前的')
  }),
  ofMandate(mothers, 'mandate', 'answer', daughterAsks, showing(/想替您办事$/)),
  ofMandate(daughters, 'mandate', 'waiting', daughterAsks, showing('填写他手机上的验证码')),
  ofMandate(daughters, 'mandate', 'active-held', motherAgrees, showing(/^开始为/)),
  ofMandate(mothers, 'mandate', 'active-given', used, showing('没有让办')),
  ofMandate(mothers, 'mandate', 'ended', ended, showing('怎么结束的')),
  stateOf(here('mandate'), 'mandate-gone', 'resident', '没有找到这份委托', '?id=nothing'),
  ofMandate(mothers, 'end', 'end', motherAgrees, showing(/^马上生效/)),
  ofMandate(daughters, 'end', 'end-pending', daughterAsks, showing(/^撤回后/)),
  ofMandate(mothers, 'end', 'end-done', motherAgrees, async ({ page }) => {
    await press(page, '不再让他办')
    await arrivesAt(page, '已经结束')
  }),
  ofMandate(mothers, 'slip', 'slip', motherAgrees, showing('打印')),
  ofMandate(daughters, 'code', 'code', daughterAsks, (visitor) => seesError(visitor, '确认')),
  ofMandate(daughters, 'code', 'code-over', motherAgrees, showing('现在不用填验证码')),
  ...ACTING,
]
