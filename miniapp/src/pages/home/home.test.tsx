import { screen, waitFor, within } from '@testing-library/react'
import { fakeBff } from '../../../test/fake-bff'
import { press, wentTo } from '../../../test/hands'
import { renderPage } from '../../../test/render-page'
import { aSignIn } from '../../../test/sessions'
import { taroState } from '../../../test/taro'
import { beginActing, endActing } from '../../platform/acting'
import { aFollow } from '../../features/progress/testing/cases'
import ServicesPage from '../services/index'
import HomePage from './index'

const asOf = '2026-11-21T01:00:00.000Z'

beforeEach(() => {
  fakeBff.replies('GET /v1/status', { asOf, departments: [] })
})

afterEach(() => {
  endActing()
})

const follows = (count: number) =>
  Array.from({ length: count }, (_, at) => aFollow({ id: `f${String(at)}`, itemName: `办件${String(at)}` }))

test('whoever is not signed in is invited, and asked nothing about', async () => {
  renderPage(<HomePage />)
  expect(await screen.findByRole('heading', { level: 1, name: '茶陵县 · 一件事一次办' })).toBeTruthy()
  press('登录')
  expect(wentTo()).toBe('/pages/sign-in/index')
  expect(fakeBff.received('GET /v1/follows')).toHaveLength(0)
  expect(fakeBff.received('GET /v1/messages')).toHaveLength(0)
})

test.each([
  ['查办件进度', 'case-number'],
  ['我的办件', 'my-cases'],
  ['身份证进度', 'id-card'],
  ['出入境证件进度', 'exit-entry'],
])('the door %s leads there', (title, page) => {
  renderPage(<HomePage />)
  press(new RegExp(`^${title}`), 'link')
  expect(wentTo()).toBe(`/features/progress/pages/${page}/index`)
})

test('whoever is signed in sees the followed cases first, three of them and the way to the rest, and the unread count on the tab', async () => {
  fakeBff.replies('GET /v1/follows', { items: follows(4) })
  fakeBff.replies('GET /v1/messages', { items: [], next: null, unread: 2 })
  renderPage(<HomePage />, { signedIn: aSignIn({ account: { name: '王*英' } }) })
  expect(screen.getByText('王*英，您好')).toBeTruthy()
  expect(await screen.findByText('办件0')).toBeTruthy()
  expect(screen.queryByText('办件3')).toBeNull()
  expect(await screen.findByRole('link', { name: /消息.*2 条未读/ })).toBeTruthy()
  press('看全部 4 件', 'link')
  expect(wentTo()).toBe('/features/progress/pages/follows/index')
})

test('departments that are slow or away are said before people start, in their own words', async () => {
  fakeBff.replies('GET /v1/status', {
    asOf,
    departments: [
      { department: 'police', name: '公安系统', state: 'slow', since: asOf, notice: null },
      { department: 'cases', name: '办件系统', state: 'down', since: asOf, notice: '今晚维护到 10 点' },
    ],
  })
  renderPage(<HomePage />)
  expect(await screen.findByText('公安系统现在比较慢')).toBeTruthy()
  expect(screen.getByText('今晚维护到 10 点')).toBeTruthy()
})

test('elder mode is a switch on the first screen: six doors and the telephone', async () => {
  renderPage(<HomePage />)
  await screen.findByRole('heading', { level: 1, name: /茶陵县/ })
  press(/长辈版/, 'switch')
  const doors = within(screen.getByRole('main'))
    .getAllByRole('link')
    .map((door) => door.textContent)
  expect(doors).toEqual(['健康码', '我的证照', '预约办事', '办到哪一步了', '找人帮忙', '打电话'])
  press('办到哪一步了', 'link')
  expect(wentTo()).toBe('/features/progress/pages/start/index')
  press('打电话', 'link')
  await waitFor(() => {
    expect(taroState.calls).toEqual(['12345'])
  })
})

test.each([
  ['健康码', 'health-code/pages/code', false],
  ['健康码', 'health-code/pages/code', true],
  ['我的证照', 'licences/pages/wallet', false],
  ['我的证照', 'licences/pages/wallet', true],
])('%s, which is at %s, is one tap from home (elder mode: %s)', (door, page, elder) => {
  fakeBff.replies('GET /v1/follows', { items: [] })
  renderPage(<HomePage />, { signedIn: aSignIn(), elder })
  press(door, 'link')
  expect(wentTo()).toBe(`/features/${page}/index`)
})

test('the services tab has everything that can be done', () => {
  renderPage(<ServicesPage />)
  expect(within(screen.getByRole('list', { name: '查进度' })).getAllByRole('link')).toHaveLength(5)
  expect(within(screen.getByRole('list', { name: '预约' })).getAllByRole('link')).toHaveLength(2)
  expect(within(screen.getByRole('list', { name: '健康码和证照' })).getAllByRole('link')).toHaveLength(3)
  expect(within(screen.getByRole('list', { name: '找人帮忙' })).getAllByRole('link')).toHaveLength(2)
  press(/^预约办事/, 'link')
  expect(wentTo()).toBe('/features/appointments/pages/start/index')
})

test('while somebody acts for another, what is their own waits behind the strip', () => {
  beginActing({ mandate: 'm1', person: '王*英', by: 'resident', operations: ['book_visits'] })
  renderPage(<HomePage />, { signedIn: aSignIn() })
  expect(screen.getByText('您正在为 王*英 办理')).toBeTruthy()
  expect(screen.queryByRole('link', { name: '健康码' })).toBeNull()
  press('看能代办什么')
  expect(wentTo()).toBe('/features/proxy/pages/acting/index')
})
