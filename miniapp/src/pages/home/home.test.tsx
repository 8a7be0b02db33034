import { screen, waitFor, within } from '@testing-library/react'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { fakeBff } from '../../../test/fake-bff'
import { press, wentTo } from '../../../test/hands'
import { renderPage } from '../../../test/render-page'
import { aSignIn } from '../../../test/sessions'
import { taroState } from '../../../test/taro'
import { beginActing, endActing } from '../../platform/acting'
import { aVisit, visitList } from '../../features/appointments/testing/visits'
import { aDrivingLicence, anIdCard } from '../../features/licences/testing/licences'
import { keepCopy } from '../../platform/last-copies'
import { queryClient } from '../../platform/query-client'
import { aCase, aFollow } from '../../features/progress/testing/cases'
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
  press(title, 'link')
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

test('the search comes first, then eight everyday doors, then the zones with what is done there', async () => {
  fakeBff.replies('GET /v1/zones', { items: [{ id: 'elderly', name: '养老专区', summary: '老人的补贴、养老金、照料和优待。' }] })
  renderPage(<HomePage />)
  await screen.findByText('养老专区')
  const doors = within(screen.getByRole('list', { name: '常用' })).getAllByRole('link')
  expect(doors.map((door) => door.textContent)).toEqual([
    '健康码',
    '我的证照',
    '预约办事周六也能办一部分',
    '找人帮忙',
    '查办件进度',
    '我的办件',
    '身份证进度',
    '出入境证件进度',
  ])
  const [search] = within(screen.getByRole('main')).getAllByRole('link')
  expect(search?.textContent).toMatch(/^找要办的事/)
  press(/^找要办的事/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/search/index')
  press(/^养老专区.*老人的补贴/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/zone/index?id=elderly')
  press(/^全部事项/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/departments/index')
})

test('while the zones are not known there is a way to them', () => {
  renderPage(<HomePage />)
  press(/^专区/, 'link')
  expect(wentTo()).toBe('/features/catalogue/pages/zones/index')
})

test('visits to come and licences that end stand first; of those that are over or good nothing is said', async () => {
  const visit = aVisit()
  fakeBff.replies('GET /v1/follows', { items: [] })
  fakeBff.replies('GET /v1/appointments', visitList({ active: [visit] }))
  const wallet = { items: [anIdCard({ state: 'expiring', validUntil: '2026-12-08' }), aDrivingLicence()] }
  keepCopy(['GET /v1/licences', {}], { ...wallet, missing: [] }, Date.now())
  renderPage(<HomePage />, { signedIn: aSignIn({ assurance: 2 }) })
  press(/^居民身份证快到期了.*2026年12月8日/, 'link')
  expect(wentTo()).toMatch(/^\/features\/licences\/pages\/licence\/index\?id=/)
  expect(screen.queryByText(/^机动车驾驶证/)).toBeNull()
  expect(await screen.findByText('我的预约：户籍和身份证')).toBeTruthy()
  press(/^我的预约：/, 'link')
  expect(wentTo()).toBe(`/features/appointments/pages/visit/index?id=${visit.id}`)
  expect(fakeBff.received('GET /v1/licences')).toHaveLength(0)
})

test('a licence that ends is also seen by whoever never opened their wallet, asked for once a day, and masked on the phone', async () => {
  fakeBff.replies('GET /v1/follows', { items: [] })
  fakeBff.replies('GET /v1/licences', { items: [anIdCard({ state: 'expiring', validUntil: '2026-12-08' })], missing: [] })
  const { unmount } = renderPage(<HomePage />, { signedIn: aSignIn({ assurance: 2 }) })
  expect(await screen.findByRole('link', { name: /^居民身份证快到期了/ })).toBeTruthy()
  expect(JSON.stringify([...taroState.storage])).not.toContain(anIdCard().holder)
  unmount()
  queryClient.clear()
  renderPage(<HomePage />, { signedIn: aSignIn({ assurance: 2 }) })
  expect(await screen.findByRole('link', { name: /^居民身份证快到期了/ })).toBeTruthy()
  expect(fakeBff.received('GET /v1/licences')).toHaveLength(1)
})

test('without a real name neither licences nor cases are asked for', async () => {
  fakeBff.replies('GET /v1/follows', { items: [] })
  renderPage(<HomePage />, { signedIn: aSignIn({ assurance: 1 }) })
  expect(await screen.findByText(/^您还没有关注办件/)).toBeTruthy()
  expect([...fakeBff.received('GET /v1/licences'), ...fakeBff.received('GET /v1/cases')]).toHaveLength(0)
})

test('cases that wait for the person stand first, followed or not, each once', async () => {
  const waiting = aFollow({ id: 'w', caseNumber: 'CL-W', itemName: '要补材料的', status: 'correction_needed' })
  fakeBff.replies('GET /v1/follows', { items: [...follows(3), waiting] })
  fakeBff.replies('GET /v1/cases', {
    items: [
      aCase({ caseNumber: 'CL-W', itemName: '要补材料的', status: 'correction_needed', toDo: '补一张照片' }),
      aCase({ caseNumber: 'CL-R', itemName: '可以领的', status: 'ready' }),
      aCase({ caseNumber: 'CL-U', itemName: '正在办的' }),
      aCase({ caseNumber: 'CL-C', itemName: '也要补的', status: 'correction_needed', toDo: '补交户口簿复印件' }),
    ],
    missing: [],
  })
  renderPage(<HomePage />, { signedIn: aSignIn({ assurance: 2 }) })
  await screen.findByRole('list', { name: '需要您做的办件' })
  const words = within(screen.getByRole('main'))
    .getAllByRole('link')
    .slice(0, 3)
    .map((link) => link.textContent)
  expect(words).toEqual([
    expect.stringMatching(/^可以领的/),
    expect.stringMatching(/^也要补的补交户口簿复印件.*需要补正$/),
    expect.stringMatching(/^要补材料的.*需要补正$/),
  ])
  expect(screen.queryByText('正在办的')).toBeNull()
  press(/^也要补的/, 'link')
  expect(wentTo()).toBe('/features/progress/pages/own-case/index?of=my-cases&number=CL-C')
})

test('the next visit stands first, and today’s says so', async () => {
  const today = localDateAt(Date.now())
  const visits = [
    aVisit({ id: 'later', date: '2999-01-02' }),
    aVisit({ id: 'now', date: today, startsAt: '23:00', endsAt: '23:20' }),
  ]
  fakeBff.replies('GET /v1/follows', { items: [] })
  fakeBff.replies('GET /v1/appointments', visitList({ active: visits }))
  renderPage(<HomePage />, { signedIn: aSignIn() })
  const list = await screen.findByRole('list', { name: '我的预约' })
  const words = within(list)
    .getAllByRole('link')
    .map((link) => link.textContent)
  expect(words).toEqual([expect.stringMatching(/下午11:00.*今天$/), expect.not.stringContaining('今天')])
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

test('in elder mode the search is the first thing under 办事, and machines are there, too', () => {
  renderPage(<ServicesPage />, { elder: true })
  const [search, ...others] = within(screen.getByRole('main')).getAllByRole('link')
  expect(search?.textContent).toMatch(/^找要办的事/)
  expect(others.map((link) => link.textContent)).toContainEqual(expect.stringMatching(/^24 小时自助服务区/))
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
