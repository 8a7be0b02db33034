import { fillIn, press, sees } from './hands'
import { stateOf } from './holder-views'
import type { Stack } from './stack'
import { seesError } from './view-parts'
import type { View } from './views'
import type { Visitor } from './visitor'

const here = (screen: string): string => `/features/catalogue/pages/${screen}/index`

/** Of the county of the demonstration: with fetched documents and free times; with Saturdays; done elsewhere; from the phone. */
const ITEMS = {
  usual: 'id-card-renew',
  saturdays: 'id-card-loss-report',
  elsewhere: 'birth-certificate',
  online: 'sole-trader-setup',
}

const looking = (name: string, query: string, words: string | RegExp): View =>
  stateOf(here('search'), `catalogue-search-${name}`, 'nobody', words, `?q=${encodeURIComponent(query)}`)

/** A page about an item, with times to be booked. */
const ofItem = (screen: string, name: string, item: string, words: string | RegExp, more = ''): View =>
  stateOf(here(screen), `catalogue-${name}`, 'nobody', async (visitor: Visitor, stack: Stack) => {
    await stack.runJob('slot-generator')
    await visitor.open(`${here(screen)}?id=${item}${more}`)
    await sees(visitor.page, words)
  })

const SEARCH: readonly View[] = [
  stateOf(here('search'), 'catalogue-search', 'nobody', '也可以从这里看'),
  stateOf(here('search'), 'catalogue-search-empty', 'nobody', (visitor) => seesError(visitor, '查找')),
  looking('found', '身份证丢了', /找到 \d+ 件/),
  looking('nothing', '龘龘龘', '可以这样'),
  looking('doors', '自助机', /^窗口下班了也能用/),
  stateOf(here('search'), 'catalogue-search-on-phone', 'nobody', async ({ page, context }) => {
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('often-used-items')))
    await context.setOffline(true)
    await fillIn(page, '要办什么事？', 'sfz')
    await sees(page, '现在查不了全部事项')
  }),
]

const PLACES: readonly View[] = [
  ofItem('places', 'places', 'pension-verify', /便民服务中心/),
  ofItem('place', 'place', 'pension-verify', /^今天/, '&office=hall'),
  ofItem('place', 'place-gone', 'pension-verify', '没有找到这个地方', '&office=nowhere'),
  stateOf(here('places'), 'catalogue-places-all', 'nobody', '有自助机'),
  stateOf(here('place'), 'catalogue-place-own', 'nobody', '看这里的自助机能办什么', '?office=hall'),
  stateOf(here('self-service'), 'catalogue-self-service', 'nobody', /^窗口下班了/),
  stateOf(here('self-service'), 'catalogue-self-service-refused', 'nobody', async ({ page }) => {
    await press(page, '近的排在前面')
    await sees(page, '没有拿到您的位置，先按原来的顺序排。')
  }),
  stateOf(here('machines'), 'catalogue-machines', 'nobody', '24 小时都能用，节假日也能用', '?office=hall'),
  stateOf(here('machines'), 'catalogue-machines-gone', 'nobody', '没有找到这个地方', '?office=nowhere'),
]

export const CATALOGUE_VIEWS: readonly View[] = [
  ...SEARCH,
  ...PLACES,
  ofItem('item', 'item', ITEMS.usual, /^今天/),
  ofItem('item', 'item-saturdays', ITEMS.saturdays, /^今天/),
  ofItem('item', 'item-elsewhere', ITEMS.elsewhere, '孩子出生的医院'),
  ofItem('item', 'item-online', ITEMS.online, /^手机上怎么办/),
  stateOf(
    here('item'),
    'catalogue-item-shared',
    'nobody',
    async ({ page }) => {
      await page.evaluate(() => {
        Reflect.deleteProperty(Navigator.prototype, 'share')
      })
      await press(page, '分享给别人')
      await sees(page, /^地址已复制|^没有复制成功/)
    },
    `?id=${ITEMS.usual}`,
  ),
  stateOf(here('item'), 'catalogue-item-gone', 'nobody', '没有找到这件事', '?id='),
  stateOf(here('zones'), 'catalogue-zones', 'nobody', '企业开办'),
  stateOf(here('zone'), 'catalogue-zone', 'nobody', '这些不在这里办', '?id=rural'),
  stateOf(here('zone'), 'catalogue-zone-gone', 'nobody', '没有找到这个专区', '?id=nothing'),
  stateOf(here('departments'), 'catalogue-departments', 'nobody', '公安'),
  stateOf(here('department'), 'catalogue-department', 'nobody', /^再看/, `?name=${encodeURIComponent('公安')}`),
  stateOf(here('department'), 'catalogue-department-gone', 'nobody', '没有找到这个部门的事', '?name='),
]
