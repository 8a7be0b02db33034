import type { LicenceType } from '@one-visit/shared/licences/rules'
import type { Page } from 'playwright-core'
import { licenceOf } from '../../../bff/test/licences'
import { signInStaff } from '../../../bff/test/staff'
import { arrivesAt, press, sees } from './hands'
import { becomePerson, confirmOwner, stateOf, tokenOn, turnBackFromRealName } from './holder-views'
import { licencePage as here, showChosen } from './licences'
import type { Stack } from './stack'
import type { View } from './views'
import type { Visitor } from './visitor'

type Then = (visitor: Visitor, stack: Stack) => Promise<void>

const showing =
  (words: string | RegExp): Then =>
  ({ page }) =>
    sees(page, words)

/** A page about one licence of the resident. */
const ofLicence = (screen: string, name: string, type: LicenceType, then: Then, fields = ''): View =>
  stateOf(here(screen), name, 'resident', async (visitor, stack) => {
    const { id } = await licenceOf(stack, await tokenOn(visitor), type)
    const query = screen === 'licence' ? `id=${id}` : `licence=${id}${fields === '' ? '' : `&fields=${fields}`}`
    await visitor.open(`${here(screen)}?${query}`)
    await then(visitor, stack)
  })

/** The resident shows these fields. */
const shown = (
  name: string,
  way: 'online' | 'offline',
  then: (visitor: Visitor, stack: Stack) => Promise<void>,
  fields = 'name,over18',
): View =>
  stateOf(here('show'), name, 'resident', async (visitor, stack) => {
    const token = await confirmOwner(visitor, stack)
    const licence = await licenceOf(stack, token, fields === '' ? 'vehicle_licence' : 'id_card')
    const chosen = fields === '' ? licence.fields.map(({ key }) => key).join(',') : fields
    await visitor.open(`${here('check')}?licence=${licence.id}&fields=${chosen}`)
    await arrivesAt(visitor.page, '请核对')
    await showChosen(visitor.page, way)
    await sees(visitor.page, /^还有 \d+ 秒$/)
    await then(visitor, stack)
  })

const afterSeconds =
  (seconds: number, words: string | RegExp): Then =>
  async ({ page, context }) => {
    await context.clock.fastForward(seconds * 1000)
    await sees(page, words)
  }

const asIs: Then = () => Promise.resolve()

/** Somebody at the counter has checked what the resident showed. */
async function beSeen(visitor: Visitor, stack: Stack): Promise<void> {
  const token = await confirmOwner(visitor, stack)
  const { id } = await licenceOf(stack, token, 'driving_licence')
  const fields = ['name', 'number', 'vehicleClass', 'validUntil']
  const { qr } = await stack.call('POST /v1/presentations', { token, body: { licence: id, fields, way: 'online' } })
  const clerk = await signInStaff(stack)
  await stack.call('POST /v1/verifications', { token: clerk.token, body: { code: qr, purpose: '窗口办理业务核对身份' } })
}

async function openLog(visitor: Visitor, stack: Stack): Promise<Page> {
  await beSeen(visitor, stack)
  await visitor.open(here('views'))
  await sees(visitor.page, /^为什么：窗口办理业务/)
  return visitor.page
}

const WALLET_VIEWS: readonly View[] = [
  stateOf(here('wallet'), 'wallet', 'resident', '机动车驾驶证'),
  stateOf(here('wallet'), 'wallet-out', 'nobody', '登录后能看和出示您的证照'),
  stateOf(here('wallet'), 'wallet-newcomer', 'newcomer', turnBackFromRealName),
  stateOf(here('wallet'), 'wallet-away', 'nobody', async (visitor, stack) => {
    stack.fakes.setFault('insurance', { mode: 'bad_json' })
    stack.clock.advance(8 * 86_400_000)
    await becomePerson(visitor, stack, 'wangxiuying')
    await visitor.open(here('wallet'))
    await sees(visitor.page, '暂时查不到')
  }),
  stateOf(here('wallet'), 'wallet-offline', 'resident', async ({ page, open }) => {
    await sees(page, '机动车驾驶证')
    await page.route('**/v1/**', (route) => route.abort('internetdisconnected'))
    await open(here('wallet'))
    await sees(page, /^这是 .* 的结果/)
  }),
  ofLicence('licence', 'licence', 'driving_licence', async ({ page }) => {
    await press(page, '显示证号')
    await sees(page, '430224198507120019')
  }),
  ofLicence('licence', 'licence-business', 'business_licence', showing('日用百货、预包装食品零售')),
  ofLicence('licence', 'licence-passport', 'passport', showing('CHEN, JIANGUO')),
  stateOf(here('licence'), 'licence-expired', 'nobody', async (visitor, stack) => {
    const { id } = await licenceOf(stack, await becomePerson(visitor, stack, 'lixiaohong'), 'driving_licence')
    await visitor.open(`${here('licence')}?id=${id}`)
    await sees(visitor.page, '这张证照已经过期，不能出示')
  }),
  stateOf(here('licence'), 'licence-gone', 'resident', '看我的证照', '?id=nothing'),
  stateOf(here('contributions'), 'contributions', 'resident', /^\d+ 个月$/),
]

const PRESENT_VIEWS: readonly View[] = [
  stateOf(here('present'), 'present', 'resident', '证明已满 18 岁'),
  ofLicence('fields', 'present-fields', 'id_card', async ({ page }) => {
    await press(page, '下一步')
    await page.getByRole('alert').waitFor()
  }),
  ofLicence('check', 'present-check', 'id_card', showing('出示 60 秒'), 'name,over18'),
  ofLicence(
    'check',
    'present-check-offline',
    'driving_licence',
    async ({ page }) => {
      await press(page, /^对方那里没有网络/, 'radio')
      await sees(page, /^内容写在码里/)
    },
    'name,number,vehicleClass,validUntil',
  ),
  stateOf(here('check'), 'present-check-turned-back', 'nobody', async (visitor, stack) => {
    // Not the resident, who may have confirmed for another view just now.
    const { id } = await licenceOf(stack, await becomePerson(visitor, stack, 'lixiaohong'), 'id_card')
    const { page, open } = visitor
    await open(`${here('check')}?licence=${id}&fields=name,over18`)
    await press(page, '出示 60 秒')
    await arrivesAt(page, '确认是您本人')
    await press(page, '返回')
    await sees(page, /^出示前要再确认一次/)
  }),
  stateOf(here('check'), 'present-check-start', 'resident', '从头选'),
  stateOf(here('check'), 'present-refused', 'resident', async (visitor, stack) => {
    const token = await confirmOwner(visitor, stack)
    const { id } = await licenceOf(stack, token, 'driving_licence')
    await visitor.open(`${here('check')}?licence=${id}&fields=name`)
    await sees(visitor.page, '出示 60 秒')
    stack.clock.advance(31_000)
    stack.fakes.setFault('licence_library', { mode: 'refuse' })
    await press(visitor.page, '出示 60 秒')
    await sees(visitor.page, '再试一次')
  }),
]

const SHOW_VIEWS: readonly View[] = [
  shown('show', 'online', asIs),
  shown('show-offline', 'offline', asIs),
  shown('show-offline-largest', 'offline', asIs, ''),
  shown('show-soon', 'online', afterSeconds(46, /^快到时间了/)),
  shown('show-ended', 'online', afterSeconds(61, '已到 60 秒，这个码不能用了')),
  shown('show-stopped', 'offline', async ({ page }) => {
    await press(page, '停止出示')
    await sees(page, '已停止出示')
  }),
  stateOf(here('show'), 'show-gone', 'resident', '请再点一次出示', '?licence=nothing&fields=name'),
]

export const LICENCE_VIEWS: readonly View[] = [
  ...WALLET_VIEWS,
  ...PRESENT_VIEWS,
  ...SHOW_VIEWS,
  stateOf(here('views'), 'licence-views', 'resident', async (visitor, stack) => {
    await openLog(visitor, stack)
  }),
  stateOf(here('views'), 'licence-views-export', 'resident', async (visitor, stack) => {
    const page = await openLog(visitor, stack)
    await press(page, '导出全部记录')
    await sees(page, '记录已取出，请保存')
  }),
  stateOf(here('views'), 'licence-views-none', 'nobody', async (visitor, stack) => {
    await becomePerson(visitor, stack, 'liuzhiqiang')
    await visitor.open(here('views'))
    await sees(visitor.page, '还没有人看过您的证照')
  }),
]
