import { arrivesAt, fillIn, press, sees } from './hands'
import { waitFor } from './stack'
import { draft, seesError } from './view-parts'
import type { View } from './views'

const progress = (screen: string): string => `/features/progress/pages/${screen}/index`
const NUMBER = '430224-2026-000301'
const numberTyped = { 'draft:case-look-up': draft({ caseNumber: NUMBER }) }

export const PROGRESS_VIEWS: readonly View[] = [
  { page: progress('start'), name: 'start', as: 'nobody', reach: '我关注的办件' },
  { page: progress('case-number'), name: 'case-number', as: 'nobody', reach: '我的办件' },
  { page: progress('case-number'), name: 'case-number-errors', as: 'nobody', reach: (visitor) => seesError(visitor, '下一步') },
  { page: progress('case-password'), name: 'case-password-start', as: 'nobody', reach: '请先填写办件编号' },
  { page: progress('case-password'), name: 'case-password', as: 'nobody', kept: numberTyped, reach: NUMBER },
  {
    page: progress('case-password'),
    name: 'case-password-refused',
    as: 'nobody',
    kept: numberTyped,
    reach: async ({ page }) => {
      await fillIn(page, '查询密码是多少？', 'WRONG9')
      await press(page, '查询')
      await arrivesAt(page, /没有查到这件事|试的次数太多了/)
    },
  },
  { page: progress('case-last-four'), name: 'case-last-four', as: 'nobody', kept: numberTyped, reach: NUMBER },
  { page: progress('case-found'), name: 'case-found-gone', as: 'nobody', query: `?number=${NUMBER}`, reach: '再查一次' },
  {
    page: progress('case-password'),
    name: 'case-found',
    as: 'nobody',
    kept: { 'draft:case-look-up': draft({ caseNumber: '430224-2026-000207' }) },
    reach: async ({ page }) => {
      await fillIn(page, '查询密码是多少？', 'D4E5F6')
      await press(page, '查询')
      await arrivesAt(page, '办理进度')
    },
  },
  { page: progress('my-cases'), name: 'my-cases', as: 'resident', reach: '个体工商户设立登记' },
  {
    page: progress('my-cases'),
    name: 'my-cases-police-away',
    as: 'resident',
    reach: async ({ page, open }, stack) => {
      await sees(page, '个体工商户设立登记')
      stack.clock.advance(8 * 86_400_000)
      stack.fakes.setFault('police', { mode: 'bad_json' })
      await open(progress('my-cases'))
      await waitFor('the notice', async () => ((await page.getByText(/公安/).count()) > 0 ? true : undefined))
    },
  },
  { page: progress('id-card'), name: 'id-card', as: 'resident', reach: '居民身份证到期换领' },
  { page: progress('exit-entry'), name: 'exit-entry', as: 'resident', reach: '普通护照换发' },
  {
    page: progress('own-case'),
    name: 'own-case',
    as: 'resident',
    query: '?of=id-card&number=SFZ430224202611050017',
    reach: '办理经过',
  },
  { page: progress('follows'), name: 'follows', as: 'resident', reach: /有变化$/ },
  { page: progress('follows'), name: 'follows-none', as: 'newcomer', reach: '您还没有关注办件' },
  {
    page: progress('follows'),
    name: 'followed',
    as: 'resident',
    reach: async ({ page }) => {
      await press(page, /个体工商户设立登记/, 'link')
      await sees(page, '您已关注这件事')
    },
  },
  { page: progress('followed'), name: 'followed-gone', as: 'resident', query: '?id=nothing', reach: '看我关注的办件' },
]
