import { act, screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { beginActing, endActing } from '../../../../platform/acting'
import { queryClient } from '../../../../platform/query-client'
import { forgetSession } from '../../../../platform/session'
import { anItem, countyAnswers, todays } from '../../testing/items'
import ItemPage from './index'

const ITEM = { query: { id: 'id-card-reissue' } }
const NAME = '居民身份证丢失补领'

const shows = () => screen.findByRole('heading', { level: 1, name: NAME })
const isTicked = (name: string) => screen.getByRole('checkbox', { name: new RegExp(`^${name}`) }).getAttribute('aria-checked')

beforeEach(() => {
  countyAnswers()
})
afterEach(() => {
  endActing()
})

test('the page is called as the item, and says what, who, how long, how much, where, how; in both modes and to nobody in particular', async () => {
  renderPage(<ItemPage />, { ...ITEM, elder: true })
  await shows()
  expect(taroState.title).toBe(NAME)
  for (const words of ['身份证丢了，补办一张新的。', '身份证丢失的居民，要本人来。', '受理后 15 个工作日', '40 元'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getByText('1. 您本人到窗口拍照、按指纹。')).toBeTruthy()
  expect(screen.getByText(/请志愿者帮您办，不收钱/)).toBeTruthy()
  expect(screen.getByText('费用：按通常的做法写的，去之前请打电话核对。')).toBeTruthy()
  expect(screen.queryByText('周六也办')).toBeNull()
})

test('what is ticked stays on the phone, for this item alone, until the person signs out', async () => {
  const { unmount } = renderPage(<ItemPage />, ITEM)
  await shows()
  press(/^申请表/, 'checkbox')
  expect([isTicked('申请表'), isTicked('两张照片')]).toEqual(['true', 'false'])
  unmount()
  const again = renderPage(<ItemPage />, ITEM)
  expect([isTicked('申请表'), isTicked('两张照片')]).toEqual(['true', 'false'])
  press(/^申请表/, 'checkbox')
  expect(isTicked('申请表')).toBe('false')
  press(/^两张照片/, 'checkbox')
  again.unmount()
  queryClient.clear()
  countyAnswers(anItem({ id: 'other' }))
  const other = renderPage(<ItemPage />, { query: { id: 'other' } })
  await shows()
  expect(isTicked('两张照片')).toBe('false')
  other.unmount()
  forgetSession()
  renderPage(<ItemPage />, ITEM)
  await shows()
  expect(isTicked('两张照片')).toBe('false')
  expect(JSON.stringify([...taroState.storage])).not.toContain('item-ticks')
})

test('what the county looks up itself is named, and not to be ticked', async () => {
  renderPage(<ItemPage />, ITEM)
  await shows()
  const fetched = within(screen.getByRole('list', { name: '不用带的，县里自己查' }))
  expect(fetched.getByRole('listitem').textContent).toMatch(/户口簿.*不用带/)
  expect(screen.queryByRole('checkbox', { name: /户口簿/ })).toBeNull()
})

test('nothing to bring is said', async () => {
  countyAnswers(anItem({ documents: [] }))
  renderPage(<ItemPage />, ITEM)
  expect(await screen.findByText('什么都不用带。')).toBeTruthy()
})

test('the hall comes first, with what is free today, a map and the way to the other places', async () => {
  renderPage(<ItemPage />, ITEM)
  await shows()
  expect(await screen.findByText('茶陵县政务服务中心')).toBeTruthy()
  expect(screen.getByText('工作日 9:00–12:00、13:00–17:00')).toBeTruthy()
  expect(await screen.findByText('今天还有 5 个名额，最早 上午10:20')).toBeTruthy()
  expect(screen.queryByText('下东街道便民服务中心')).toBeNull()
  const opened = jest.spyOn(window, 'open').mockImplementation(() => null)
  press('看地图')
  expect(opened).toHaveBeenCalledWith(expect.stringContaining('position=113.54,26.78'), '_blank', 'noopener')
  press('看另外 1 个能办的地方', 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/places/index?id=id-card-reissue')
  press('预约到茶陵县政务服务中心', 'link')
  expect(wentTo()).toBe('/features/appointments/pages/day/index?itemGroup=household&office=hall')
})

test.each([
  ['the day is closed', todays({ state: 'closed', reason: '星期日休息' }), '今天不办：星期日休息'],
  ['all is taken', todays({ state: 'full' }, [['09:00', 0]]), '今天的名额没有了，可以约别的日子。'],
  ['only other items are done today', todays({ extraDay: true }, [['09:00', 3]]), '今天只办一部分事，不办这一件。'],
  ['nobody knows the year', todays({ state: 'unknown' }), '今天不能预约，可以约别的日子。'],
])('today, when %s', async (_, slots, words) => {
  fakeBff.replies('GET /v1/slots', slots)
  renderPage(<ItemPage />, ITEM)
  expect(await screen.findByText(words)).toBeTruthy()
})

test('an item that is done on Saturdays has the sign, and its times on such a day', async () => {
  countyAnswers(anItem({ extraDays: true }))
  fakeBff.replies('GET /v1/slots', todays({ extraDay: true }, [['09:00', 3]]))
  renderPage(<ItemPage />, ITEM)
  expect(await screen.findByText('周六也办')).toBeTruthy()
  expect(await screen.findByText('今天还有 3 个名额，最早 上午9:00')).toBeTruthy()
})

test('when today cannot be said, the place is still there', async () => {
  fakeBff.isUnreachable('GET /v1/slots')
  renderPage(<ItemPage />, ITEM)
  expect(await screen.findByText('现在查不到今天的名额。')).toBeTruthy()
  expect(screen.getByText('茶陵县政务服务中心')).toBeTruthy()
})

test('what is done elsewhere says where, and books nothing that cannot be booked', async () => {
  countyAnswers(
    anItem({ itemGroup: null, offices: [], place: '孩子出生的医院', lookUp: null, fee: null, promisedWorkingDays: 0 }),
  )
  renderPage(<ItemPage />, ITEM)
  expect(await screen.findByText('孩子出生的医院')).toBeTruthy()
  expect(screen.getByText('不收钱')).toBeTruthy()
  expect(screen.getByText('当场办好')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^预约|^查/ })).toBeNull()
  expect(fakeBff.received('GET /v1/slots')).toHaveLength(0)
})

test('its buttons start it: booking with the item chosen, the look-up, help with its name, the telephone', async () => {
  renderPage(<ItemPage />, ITEM)
  await shows()
  press('预约去办的时间')
  expect(wentTo()).toBe('/features/appointments/pages/office/index?itemGroup=household')
  press('查身份证进度')
  expect(wentTo()).toBe('/features/progress/pages/id-card/index')
  press('找人帮忙')
  expect(wentTo()).toBe(`/features/proxy/pages/start/index?about=${encodeURIComponent(NAME)}`)
  press('打电话：12345')
  expect(taroState.calls).toEqual(['12345'])
  expect(screen.queryByText('人在外地？跨省通办')).toBeNull()
})

test('what is done across provinces leads there, with the item chosen', async () => {
  countyAnswers(anItem({ crossProvince: 'forwarded' }))
  renderPage(<ItemPage />, ITEM)
  await shows()
  press('人在外地？跨省通办')
  expect(wentTo()).toBe('/features/cross-province/pages/start/index?item=id-card-reissue')
})

test('who acts for somebody is offered to book only what the mandate is for', async () => {
  beginActing({ mandate: 'm1', person: '王*英', by: 'resident', operations: ['book_visits'], itemGroups: ['vehicle'] })
  renderPage(<ItemPage />, ITEM)
  await shows()
  expect(screen.queryByRole('button', { name: '预约去办的时间' })).toBeNull()
})

describe('sharing', () => {
  const address = `${window.location.origin}/features/catalogue/pages/item/index?id=id-card-reissue`
  const phoneShares = (share: unknown) => {
    Object.defineProperty(navigator, 'share', { configurable: true, value: share })
  }
  const tapShare = () =>
    act(async () => {
      press('分享给别人')
      await Promise.resolve()
    })
  beforeEach(() => {
    taroState.path = '/features/catalogue/pages/item/index'
  })
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'share')
  })

  test('hands over to the phone where it has a way', async () => {
    const share = jest.fn().mockResolvedValue(undefined)
    phoneShares(share)
    renderPage(<ItemPage />, ITEM)
    await shows()
    await tapShare()
    expect(share).toHaveBeenCalledWith({ title: NAME, url: address })
  })

  test('copies the address where it has none, and says so', async () => {
    renderPage(<ItemPage />, ITEM)
    await shows()
    press('分享给别人')
    expect(await screen.findByText('地址已复制，可以粘贴发给别人。')).toBeTruthy()
    expect(taroState.clipboard).toBe(address)
  })

  test('closing the phone’s own window is no failure', async () => {
    phoneShares(jest.fn().mockRejectedValue(Object.assign(new Error('closed'), { name: 'AbortError' })))
    renderPage(<ItemPage />, ITEM)
    await shows()
    await tapShare()
    expect(taroState.clipboard).toBe('')
    expect(screen.queryByText(/复制/)).toBeNull()
  })

  test('in WeChat the card has the name and leads here', async () => {
    renderPage(<ItemPage />, ITEM)
    await shows()
    expect(taroState.card?.()).toEqual({ title: NAME, path: '/features/catalogue/pages/item/index?id=id-card-reissue' })
  })
})

test.each([
  ['a link that was cut', '', false],
  ['an item that is no more', 'gone', true],
])('%s leads to the search and to all items', async (_, id, isAsked) => {
  fakeBff.refuses('GET /v1/items/:id', 'not_found')
  renderPage(<ItemPage />, { query: { id } })
  expect(await screen.findByText('没有找到这件事')).toBeTruthy()
  expect(fakeBff.received('GET /v1/items/:id')).toHaveLength(isAsked ? 1 : 0)
  press('找要办的事')
  expect(wentTo()).toBe('/features/catalogue/pages/search/index')
  press('按部门看全部事项')
  expect(wentTo()).toBe('/features/catalogue/pages/departments/index')
})

test('a dead network says so; what was once read is still to be read', async () => {
  fakeBff.isUnreachable('GET /v1/items/:id')
  const { unmount } = renderPage(<ItemPage />, ITEM)
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  countyAnswers()
  press('再试一次')
  await shows()
  unmount()
  queryClient.clear()
  fakeBff.isUnreachable('GET /v1/items/:id')
  fakeBff.isUnreachable('GET /v1/offices')
  renderPage(<ItemPage />, ITEM)
  expect(screen.getByText('身份证丢失的居民，要本人来。')).toBeTruthy()
  expect(screen.getByText('茶陵县政务服务中心')).toBeTruthy()
})
