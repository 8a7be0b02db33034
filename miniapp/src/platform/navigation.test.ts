import { renderHook } from '@testing-library/react'
import { taroState } from '../../test/taro'
import { back, currentAddress, go, replace, useQuery } from './navigation'
import { PAGES } from './pages'

test('a tab is opened as a tab, another page on top', async () => {
  await go(PAGES.me)
  await go('/features/progress/pages/case/index', { number: '甲 1', from: undefined })
  expect(taroState.navigations).toEqual([
    { how: 'switchTab', url: PAGES.me },
    { how: 'navigateTo', url: '/features/progress/pages/case/index?number=%E7%94%B2%201' },
  ])
})

test("from the ninth page on, a page replaces the one before (WeChat's limit is ten)", async () => {
  taroState.stackDepth = 9
  await go('/features/progress/pages/case/index')
  expect(taroState.navigations[0]?.how).toBe('redirectTo')
})

test('replacing with a tab switches to it', async () => {
  await replace(PAGES.home)
  expect(taroState.navigations).toEqual([{ how: 'switchTab', url: PAGES.home }])
})

test('back goes one page back, or home when there is none', async () => {
  taroState.stackDepth = 2
  await back()
  taroState.stackDepth = 1
  await back()
  expect(taroState.navigations.map((step) => step.how)).toEqual(['navigateBack', 'switchTab'])
})

test('the address to come back to has the query, without what Taro adds', () => {
  taroState.path = 'features/progress/pages/case/index?number=1&$taroTimestamp=2'
  taroState.query = { number: '1', $taroTimestamp: '2', stamp: 'AA' }
  expect(currentAddress()).toBe('/features/progress/pages/case/index?number=1')
})

test('what the address carries is decoded once; what somebody broke by hand stays as it is', () => {
  taroState.query = { from: '09%3A00', name: '100%' }
  expect(renderHook(() => useQuery()).result.current).toEqual({ from: '09:00', name: '100%' })
  taroState.path = '/features/progress/pages/case/index'
  expect(currentAddress()).toBe('/features/progress/pages/case/index?from=09%3A00&name=100%25')
})

test('a double tap opens a page once; another page, or the same one later, opens as usual', async () => {
  const address = '/features/progress/pages/case/index'
  await Promise.all([go(address), go(address), go(PAGES.me)])
  await go(address)
  expect(taroState.navigations.map(({ url }) => url)).toEqual([address, PAGES.me, address])
})
