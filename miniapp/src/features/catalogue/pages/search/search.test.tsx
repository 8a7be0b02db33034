import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { aSummary, oftenUsed, summaries } from '../../testing/items'
import SearchPage from './index'

const FIELD = '要办什么事？'
const asked = () =>
  fakeBff.received('GET /v1/item-search').map(({ endpoint }) => decodeURIComponent(endpoint.split('q=')[1] ?? ''))
const links = () =>
  screen
    .getAllByRole('list', { name: /找到的事/ })
    .flatMap((list) => within(list).getAllByRole('link'))
    .map((link) => link.textContent)

beforeEach(() => {
  fakeBff.replies('GET /v1/often-used-items', oftenUsed())
  fakeBff.replies('GET /v1/item-search', {
    items: [aSummary(), aSummary({ id: 'b', name: '居民身份证到期换领', extraDays: true })],
  })
})

async function wait(milliseconds: number): Promise<void> {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(milliseconds)
  })
}

/** The answer comes and is drawn. */
const answers = () => wait(10)

describe('while somebody types', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  test('nothing is asked until they pause, and then the whole', async () => {
    renderPage(<SearchPage />)
    fillIn(FIELD, 's')
    await wait(200)
    fillIn(FIELD, 'sfz')
    await wait(299)
    expect(asked()).toEqual([])
    await wait(1)
    expect(asked()).toEqual(['sfz'])
    await answers()
    expect(links()).toEqual([expect.stringContaining('居民身份证丢失补领'), expect.stringContaining('周六也办')])
    expect(screen.getByText('“sfz”找到 2 件，最像的在前面')).toBeTruthy()
  })

  test('the county that is slow is not waited for: the list on the phone answers, and gives way to the whole', async () => {
    const answer = fakeBff.waits('GET /v1/item-search')
    renderPage(<SearchPage />)
    fillIn(FIELD, '身份证丢了')
    await wait(300)
    expect(screen.queryByText('网络慢，先看常用的')).toBeNull()
    await wait(1_000)
    expect(screen.getByText('网络慢，先看常用的')).toBeTruthy()
    expect(links()).toHaveLength(1)
    answer({ items: summaries(3) })
    await answers()
    expect(screen.queryByText('网络慢，先看常用的')).toBeNull()
    expect(links()).toHaveLength(3)
  })

  test('what was found stays until more is known', async () => {
    renderPage(<SearchPage />)
    fillIn(FIELD, '身份证')
    await wait(300)
    await answers()
    expect(links()).toHaveLength(2)
    fakeBff.waits('GET /v1/item-search')
    fillIn(FIELD, '身份证丢')
    await wait(400)
    expect(links()).toHaveLength(2)
    fillIn(FIELD, '')
    await wait(300)
    expect(screen.queryByRole('list', { name: /找到的事$/ })).toBeNull()
    expect(screen.getByRole('list', { name: '也可以从这里看' })).toBeTruthy()
  })
})

test('enter looks at once, and an item is one tap on', async () => {
  renderPage(<SearchPage />)
  fillIn(FIELD, '身份证丢了')
  fireEvent.keyDown(screen.getByLabelText(FIELD), { key: 'Enter', keyCode: 13 })
  await screen.findByText('“身份证丢了”找到 2 件，最像的在前面')
  expect(asked()).toEqual(['身份证丢了'])
  press(/^居民身份证丢失补领/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/item/index?id=id-card-reissue')
})

test('nothing typed is said, and gone with the first letter', () => {
  renderPage(<SearchPage />)
  press('查找')
  expect(screen.getByRole('alert').textContent).toContain('请写要办什么事')
  fillIn(FIELD, '社')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what is looked for may come with the address', async () => {
  renderPage(<SearchPage />, { query: { q: '身份证' } })
  expect(await screen.findByText('“身份证”找到 2 件，最像的在前面')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(FIELD).value).toBe('身份证')
})

test('nothing found: other words, departments, somebody to ask', async () => {
  fakeBff.replies('GET /v1/item-search', { items: [] })
  renderPage(<SearchPage />, { query: { q: '天书' } })
  expect(await screen.findByText('没有找到“天书”')).toBeTruthy()
  expect(screen.getByText(/^换个说法/)).toBeTruthy()
  press(/^按部门找/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/departments/index')
  press(/^问问人/, 'link')
  expect(wentTo()).toBe('/features/proxy/pages/start/index')
  press('打电话：12345')
  expect(taroState.calls).toEqual(['12345'])
})

test.each([
  ['what has machines is one tap from the words for them, above the items', [aSummary()], '找到 1 件，最像的在前面'],
  ['also where no item has such a name', [], '没有找到“自助机”'],
])('%s', async (_, items, words) => {
  fakeBff.replies('GET /v1/item-search', { items })
  renderPage(<SearchPage />, { query: { q: '自助机' } })
  expect(await screen.findByText(new RegExp(words))).toBeTruthy()
  expect(screen.queryByText('可以这样')).toBeNull()
  press(/^24 小时自助服务区/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/self-service/index')
})

describe('without a network', () => {
  beforeEach(async () => {
    const { unmount } = renderPage(<SearchPage />)
    await screen.findByRole('heading', { name: '找要办的事' })
    await act(async () => {
      await Promise.resolve()
    })
    await screen.findByRole('list', { name: '也可以从这里看' })
    expect(fakeBff.received('GET /v1/often-used-items')).toHaveLength(1)
    unmount()
    queryClient.clear()
    fakeBff.isUnreachable('GET /v1/item-search')
    fakeBff.isUnreachable('GET /v1/often-used-items')
  })

  test('the list on the phone answers in pinyin, too, says that it is the small one, and the list is not fetched again', async () => {
    renderPage(<SearchPage />, { query: { q: 'sfz' } })
    expect(await screen.findByText('现在查不了全部事项')).toBeTruthy()
    expect(screen.getByText(/^现在没有网络。下面是从手机里存的常用 100 件里找的/)).toBeTruthy()
    expect(links()).toEqual([expect.stringContaining('居民身份证丢失补领')])
    expect(fakeBff.received('GET /v1/often-used-items')).toHaveLength(1)
  })

  test('what the small list does not have is not said to be nowhere, and the county is asked again', async () => {
    renderPage(<SearchPage />, { query: { q: '采砂' } })
    expect(await screen.findByText('常用的 100 件里没有“采砂”')).toBeTruthy()
    fakeBff.replies('GET /v1/item-search', { items: [aSummary({ name: '河道采砂许可' })] })
    press('再试一次')
    expect(await screen.findByText(/^河道采砂许可/)).toBeTruthy()
  })
})

test('without a network and without the list, it says so and tries again', async () => {
  fakeBff.isUnreachable('GET /v1/often-used-items')
  fakeBff.isUnreachable('GET /v1/item-search')
  renderPage(<SearchPage />, { query: { q: '身份证' } })
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies('GET /v1/item-search', { items: [aSummary()] })
  press('再试一次')
  expect(await screen.findByText('“身份证”找到 1 件，最像的在前面')).toBeTruthy()
})

test('a long list comes twenty at a time, and the keyboard goes on where the new ones begin', async () => {
  fakeBff.replies('GET /v1/item-search', { items: summaries(25) })
  renderPage(<SearchPage />, { query: { q: '事项' } })
  await screen.findByText('“事项”找到 25 件，最像的在前面')
  expect(links()).toHaveLength(20)
  press('再看 5 件')
  expect(links()).toHaveLength(25)
  expect(screen.queryByRole('button', { name: /^再看/ })).toBeNull()
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe('第 21 到 25 件')
  })
})
