import { act, fireEvent, screen } from '@testing-library/react'
import { fakeBff } from '../../test/fake-bff'
import { renderPage } from '../../test/render-page'
import { taroState } from '../../test/taro'
import { watchNetwork } from '../platform/network'
import { PAGES } from '../platform/pages'
import { Screen } from './screen'

const page = <Screen title="办到哪了">内容</Screen>

test('nothing is shown or sent before the person agrees to the privacy notice', () => {
  renderPage(page, { agreed: false })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('使用前请您看一看')
  expect(taroState.title).toBe('使用前请您看一看')
  expect(screen.queryByText('内容')).toBeNull()
  expect(fakeBff.received('GET /v1/county')).toEqual([])
})

test('after agreeing the page itself opens, with its heading focused', () => {
  renderPage(page, { agreed: false })
  fireEvent.click(screen.getByRole('button', { name: '同意，开始使用' }))
  const heading = screen.getByRole('heading', { level: 1, name: '办到哪了' })
  expect(document.activeElement).toBe(heading)
  expect(taroState.title).toBe('办到哪了')
})

test('refusing says what the person can do instead, and sends nothing', () => {
  renderPage(page, { agreed: false })
  fireEvent.click(screen.getByRole('button', { name: /不同意/ }))
  expect(screen.getByText(/到大厅窗口办理。改变主意/).closest('[role=status]')).toBeTruthy()
  expect(fakeBff.received('GET /v1/county')).toEqual([])
})

test("the county's telephone is on the page and calls", async () => {
  renderPage(page)
  fireEvent.click(await screen.findByRole('button', { name: '打电话问：12345' }))
  expect(taroState.calls).toEqual(['12345'])
})

test('back leads home when the page was opened from outside', () => {
  renderPage(page)
  fireEvent.click(screen.getByRole('button', { name: '返回' }))
  expect(taroState.navigations).toEqual([{ how: 'switchTab', url: PAGES.home }])
})

test('a tab page has the tab bar in place of back', () => {
  renderPage(
    <Screen title="消息" tab={PAGES.messages}>
      内容
    </Screen>,
  )
  expect(screen.queryByRole('button', { name: '返回' })).toBeNull()
  expect(screen.getByRole('link', { name: '消息', current: 'page' })).toBeTruthy()
})

test('a lost network is announced, and gone when it is back', () => {
  watchNetwork()
  renderPage(page)
  act(() => {
    window.dispatchEvent(new Event('offline'))
  })
  expect(screen.getByText(/现在没有网络/).closest('[role=status]')).toBeTruthy()
  act(() => {
    window.dispatchEvent(new Event('online'))
  })
  expect(screen.queryByText(/现在没有网络/)).toBeNull()
})

test('elder mode changes the theme and enlarges the text', () => {
  const { container } = renderPage(page, { elder: true })
  const root = container.querySelector<HTMLElement>('.ov-theme')
  expect(root?.className).toContain('ov-elder')
  expect(root?.style.getPropertyValue('--ov-text')).toBe('18px')
})
