import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { beginActing, endActing } from '../../../../platform/acting'
import { actingFor, anApplication, APPLICATION_ID, onItsWay, verified } from '../../testing/across'
import ApplicationsPage from '../applications/index'
import ApplicationPage from './index'

const ONE = 'GET /v1/cross-province-applications/:id'
const LIST = 'GET /v1/cross-province-applications'
const open = () => renderPage(<ApplicationPage />, { signedIn: verified, query: { id: APPLICATION_ID } })

afterEach(() => {
  endActing()
})

test('with the department: the number, the password to note, who decides and by when, the way on, whom to ask', async () => {
  fakeBff.replies(ONE, anApplication())
  open()
  expect(await screen.findByText('430224-2026-000900')).toBeTruthy()
  expect(taroState.title).toBe('申请已送到')
  for (const words of ['茶陵县人力资源和社会保障局收到了，由他们来办。', '最晚 12月11日 周五 办好。'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(screen.queryByText('k7m2p9')).toBeNull()
  press('显示查询密码')
  expect(screen.getByText('k7m2p9')).toBeTruthy()
  press('看进度')
  expect(wentTo()).toBe('/features/progress/pages/my-cases/index')
  press('打电话：0796-1')
  expect(taroState.calls).toEqual(['0796-1'])
  expect(JSON.stringify([...taroState.storage.values()])).not.toContain('k7m2p9')
})

test('on its way: that it is sent again and again, and that there is no need to apply again', async () => {
  fakeBff.replies(ONE, onItsWay())
  open()
  expect(await screen.findByText('部门的系统还没有回应')).toBeTruthy()
  expect(screen.getByText('我们一直在送，送到会发消息告诉您。')).toBeTruthy()
  expect(screen.getByText(/^不用再申请一次/)).toBeTruthy()
  expect(screen.queryByText('看进度')).toBeNull()
})

test('not taken: why, and what next', async () => {
  fakeBff.replies(ONE, anApplication({ state: 'refused', caseNumber: null, queryPassword: null, refusal: '还欠缴 2 个月' }))
  open()
  expect(await screen.findByText('还欠缴 2 个月')).toBeTruthy()
  press('改好再申请')
  expect(wentTo()).toBe('/features/cross-province/pages/item/index?side=county&region=jian&item=pension-transfer')
})

test('another person’s, or a link that was cut', async () => {
  fakeBff.refuses(ONE, 'not_found')
  const { unmount } = open()
  expect(await screen.findByText('没有找到这个申请')).toBeTruthy()
  press('看全部跨省通办申请')
  expect(wentTo()).toBe('/features/cross-province/pages/applications/index')
  unmount()
  renderPage(<ApplicationPage />, { signedIn: verified })
  expect(screen.getByText('没有找到这个申请')).toBeTruthy()
})

test('the list has each with its state and leads to it', async () => {
  const refused = anApplication({
    id: '019a0000-0000-7000-8000-0000000000a3',
    state: 'refused',
    item: { id: 'x', name: '户籍证明' },
  })
  fakeBff.replies(LIST, { items: [anApplication(), refused] })
  renderPage(<ApplicationsPage />, { signedIn: verified })
  expect((await screen.findByRole('list', { name: '申请，新的在前' })).textContent).toMatch(
    /养老保险.*已送到.*户籍证明.*没有办成/,
  )
  expect(screen.getAllByText('11月21日 周六 上午8:30 申请')).toHaveLength(2)
  press(/^户籍证明/, 'link')
  expect(wentTo()).toBe(`/features/cross-province/pages/application/index?id=${refused.id}`)
})

test('the list of nobody, of who has none, and of whom one acts for', async () => {
  const nobody = renderPage(<ApplicationsPage />)
  expect(screen.getByText('登录后能看到您的跨省通办申请')).toBeTruthy()
  nobody.unmount()
  fakeBff.replies(LIST, { items: [] })
  const none = renderPage(<ApplicationsPage />, { signedIn: verified })
  expect(await screen.findByText('还没有申请过')).toBeTruthy()
  press('看能办什么')
  expect(wentTo()).toBe('/features/cross-province/pages/start/index')
  none.unmount()
  beginActing(actingFor('apply_across_regions'))
  fakeBff.replies(LIST, { items: [anApplication({ queryPassword: null })] })
  const hers = renderPage(<ApplicationsPage />, { signedIn: verified })
  expect(await screen.findByText('养老保险关系转移')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: '王*英的跨省通办申请' })).toBeTruthy()
  hers.unmount()
  beginActing(actingFor('book_visits'))
  renderPage(<ApplicationsPage />, { signedIn: verified })
  expect(screen.getByText('王*英没有让您申请跨省通办的事')).toBeTruthy()
  expect(fakeBff.received(LIST)).toHaveLength(2)
})
