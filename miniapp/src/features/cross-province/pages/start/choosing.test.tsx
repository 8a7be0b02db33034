import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { beginActing, endActing } from '../../../../platform/acting'
import { queryClient } from '../../../../platform/query-client'
import { actingFor, anItem, anApplication, ASKED, itemIs, onItsWay, regionsAre, verified } from '../../testing/across'
import ItemPage from '../item/index'
import ItemsPage from '../items/index'
import RegionPage from '../region/index'
import StartPage from './index'

const LIST = 'GET /v1/cross-province-applications'
const at = (page: string, query = '') => `/features/cross-province/pages/${page}/index${query}`
const NOTHING_ASKED = { questions: [], declaration: '我填的都是真的。' }
const named = (name: string) => screen.findByRole('heading', { level: 1, name })

beforeEach(() => {
  regionsAre()
  itemIs()
})
afterEach(() => {
  endActing()
})

describe('where, and whose thing', () => {
  test('two choices, in the words of the county; nothing of one’s own is asked for while nobody is signed in', async () => {
    renderPage(<StartPage />, { elder: true })
    await screen.findByText('人在茶陵县，办外地的事')
    expect(screen.getAllByRole('link')).toHaveLength(2)
    press(/^人在外地，办茶陵县的事/, 'link')
    expect(wentTo()).toBe(at('region', '?side=county'))
    expect(fakeBff.received(LIST)).toHaveLength(0)
    expect(taroState.title).toBe('您人在哪里，要办哪里的事？')
  })

  test('who comes from an item keeps it', async () => {
    fakeBff.isUnreachable('GET /v1/items/:id')
    renderPage(<StartPage />, { query: { item: 'pension-transfer' } })
    await screen.findByText('人在茶陵县，办外地的事')
    press(/^人在茶陵县/, 'link')
    expect(wentTo()).toBe(at('region', '?side=region&item=pension-transfer'))
  })

  test('who has applied before finds it, and what is still on its way is said', async () => {
    fakeBff.replies(LIST, { items: [onItsWay(), anApplication({ id: '019a0000-0000-7000-8000-0000000000a2' })] })
    renderPage(<StartPage />, { signedIn: verified })
    await screen.findByText('有 1 件正在送往部门')
    press(/^看我的跨省通办申请/, 'link')
    expect(wentTo()).toBe(at('applications'))
  })

  test('who has not applied sees nothing of the kind', async () => {
    fakeBff.replies(LIST, { items: [] })
    renderPage(<StartPage />, { signedIn: verified })
    await screen.findByText('人在茶陵县，办外地的事')
    expect(screen.queryByText('看我的跨省通办申请')).toBeNull()
  })
})

describe('which region', () => {
  test.each([
    ['county', '您人在哪里？'],
    ['region', '要办哪里的事？'],
  ])('from the side of the %s: %s', async (side, title) => {
    renderPage(<RegionPage />, { query: { side } })
    await named(title)
    expect(await screen.findByText('江西省 · 两地能办 3 件事')).toBeTruthy()
    press(/^吉安市/, 'link')
    expect(wentTo()).toBe(at('items', `?side=${side}&region=jian`))
  })

  test('who comes from an item goes straight to it', async () => {
    fakeBff.isUnreachable('GET /v1/items/:id')
    renderPage(<RegionPage />, { query: { side: 'county', item: 'pension-transfer' } })
    await screen.findByText('吉安市')
    press(/^吉安市/, 'link')
    expect(wentTo()).toBe(at('item', '?side=county&region=jian&item=pension-transfer'))
  })

  test('of an item, only regions that do it are asked for; where there is none, there is a way on', async () => {
    fakeBff.isUnreachable('GET /v1/items/:id')
    fakeBff.replies('GET /v1/regions', { items: [] })
    renderPage(<RegionPage />, { query: { side: 'region', item: 'pension-transfer' } })
    expect(await screen.findByText('这件事还没有地区能这样办')).toBeTruthy()
    expect(fakeBff.received('GET /v1/regions').at(-1)).toMatchObject({
      endpoint: 'GET /v1/regions?item=pension-transfer&side=region',
    })
    press('重新选人在哪里')
    expect(wentTo()).toBe(at('start', '?item=pension-transfer'))
  })

  test('a county without partners says so, and who helps', async () => {
    fakeBff.replies('GET /v1/regions', { items: [] })
    renderPage(<RegionPage />, { query: { side: 'county' } })
    expect(await screen.findByText('现在还没有合作的地区')).toBeTruthy()
    press('请人帮办')
    expect(wentTo()).toBe('/features/proxy/pages/start/index')
  })

  test('a dead network says so; what was once read is still to be read', async () => {
    fakeBff.isUnreachable('GET /v1/regions')
    const { unmount } = renderPage(<RegionPage />, { query: { side: 'county' } })
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    regionsAre()
    press('再试一次')
    await screen.findByText('吉安市')
    unmount()
    queryClient.clear()
    fakeBff.isUnreachable('GET /v1/regions')
    renderPage(<RegionPage />, { query: { side: 'county' } })
    expect(screen.getByText('吉安市')).toBeTruthy()
  })
})

describe('what is done across the two', () => {
  test('only what that side decides, by the way it is done, each way in a sentence; and the office with its telephone', async () => {
    renderPage(<ItemsPage />, { query: { side: 'region', region: 'jian' } })
    await named('在茶陵县办吉安市的事')
    const online = within(screen.getByRole('list', { name: '全程网上办' }))
    expect(online.getByText('养老保险关系转移')).toBeTruthy()
    expect(screen.getByText('在手机上申请就行，不用去窗口。')).toBeTruthy()
    expect(within(screen.getByRole('list', { name: '代收代办' })).getByText('户籍证明')).toBeTruthy()
    expect(screen.queryByText('企业设立登记')).toBeNull()
    expect(screen.queryByText('两地帮您办')).toBeNull()
    expect(screen.getByText('演示数据：地址、电话。去之前请打电话核对。')).toBeTruthy()
    press('打电话：0796-1')
    expect(taroState.calls).toEqual(['0796-1'])
    press(/^户籍证明/, 'link')
    expect(wentTo()).toBe(at('item', '?side=region&region=jian&item=hukou-proof'))
  })

  test.each([
    ['a link that was cut', { side: 'county' }],
    ['a region that is no more', { side: 'county', region: 'gone' }],
  ])('%s leads to choosing anew', async (_, query) => {
    fakeBff.refuses('GET /v1/regions/:region', 'not_found')
    renderPage(<ItemsPage />, { query })
    expect(await screen.findByText('没有找到这个地区')).toBeTruthy()
    press('换一个地区')
    expect(wentTo()).toBe(at('start'))
  })
})

describe('an item', () => {
  test('how it goes, what to have ready, how long and who decides; ticks stay apart by region', async () => {
    const { unmount } = renderPage(<ItemPage />, { query: { ...ASKED }, elder: true })
    await named('养老保险关系转移')
    for (const words of ['全程网上办', '1. 在手机上填好申请。', '受理后 15 个工作日', '人社', '茶陵县'])
      expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText('要准备什么')).toBeTruthy()
    expect(screen.getByText('怎么办：按通常的做法写的，请打电话核对。')).toBeTruthy()
    press(/^身份证/, 'checkbox')
    unmount()
    renderPage(<ItemPage />, { query: { ...ASKED } })
    await named('养老保险关系转移')
    expect(screen.getByRole('checkbox', { name: /^身份证/ }).getAttribute('aria-checked')).toBe('true')
    expect(taroState.storage.get('one-visit:draft:item-ticks')).toEqual({ 'pension-transfer:jian:county': ['身份证'] })
  })

  test.each([
    ['its first question', anItem().form, at('question', '?side=county&region=jian&item=pension-transfer&question=from')],
    ['the check when there is none', NOTHING_ASKED, at('check', '?side=county&region=jian&item=pension-transfer')],
  ])('what is done online starts with %s', async (_, form, address) => {
    itemIs({ form })
    renderPage(<ItemPage />, { query: { ...ASKED } })
    await named('养老保险关系转移')
    press('开始申请')
    expect(wentTo()).toBe(address)
  })

  test('what is collected here is booked at the special window, or done by somebody who helps', async () => {
    itemIs({ way: 'forwarded', side: 'region', form: null, itemGroup: 'cross-province' })
    renderPage(<ItemPage />, { query: { ...ASKED, side: 'region' } })
    await named('养老保险关系转移')
    expect(screen.getByText('要带什么')).toBeTruthy()
    press('预约跨省通办窗口')
    expect(wentTo()).toBe('/features/appointments/pages/office/index?itemGroup=cross-province')
    press('请人帮办')
    expect(wentTo()).toBe(`/features/proxy/pages/start/index?about=${encodeURIComponent('养老保险关系转移')}`)
  })

  test('what is handed in over there says so, and whom to call', async () => {
    itemIs({ way: 'helped', form: null })
    renderPage(<ItemPage />, { query: { ...ASKED } })
    expect(await screen.findByText('请到吉安市的窗口交材料，去之前先打电话问一问。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^开始申请|^预约/ })).toBeNull()
    press('打电话：0796-1')
    expect(taroState.calls).toEqual(['0796-1'])
  })

  test('two that do not do it together: another region, or what they do', async () => {
    fakeBff.refuses('GET /v1/regions/:region/items/:item', 'not_found')
    renderPage(<ItemPage />, { query: { ...ASKED } })
    expect(await screen.findByText('这两地现在不能这样办这件事')).toBeTruthy()
    press('换一个地区')
    expect(wentTo()).toBe(at('region', '?side=county&item=pension-transfer'))
    press('看那里能办的事')
    expect(wentTo()).toBe(at('items', '?side=county&region=jian'))
  })

  test('who acts for somebody applies and books only as far as the mandate goes', async () => {
    beginActing(actingFor('look_up_cases'))
    const { unmount } = renderPage(<ItemPage />, { query: { ...ASKED }, signedIn: verified })
    expect(await screen.findByText('王*英没有让您申请跨省通办的事')).toBeTruthy()
    expect(screen.queryByText('开始申请')).toBeNull()
    press('看能代办什么')
    expect(wentTo()).toBe('/features/proxy/pages/acting/index')
    unmount()
    beginActing({ ...actingFor('book_visits'), itemGroups: ['household'] })
    fakeBff.replies('GET /v1/regions/:region/items/:item', anItem({ form: null, itemGroup: 'cross-province' }))
    renderPage(<ItemPage />, { query: { ...ASKED }, signedIn: verified })
    await named('养老保险关系转移')
    expect(screen.queryByText('预约跨省通办窗口')).toBeNull()
  })
})
