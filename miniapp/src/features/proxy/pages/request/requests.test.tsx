import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { keepCopy } from '../../../../platform/last-copies'
import { aRequest, REQUEST_ID, verified } from '../../testing/proxy'
import RequestsPage from '../requests/index'
import TakeBackPage from '../take-back/index'
import RequestPage from './index'

const LIST = 'GET /v1/help-requests'
const ONE = 'GET /v1/help-requests/:id'
const TAKE_BACK = 'DELETE /v1/help-requests/:id'
const query = { id: REQUEST_ID }
const at = (page: string) => `/features/proxy/pages/${page}/index`

test('none yet: says what there is, and offers it', async () => {
  fakeBff.replies(LIST, { items: [] })
  renderPage(<RequestsPage />, { signedIn: verified })
  expect(await screen.findByText('您没有求助')).toBeTruthy()
  press('请志愿者帮忙')
  expect(wentTo()).toBe(at('who'))
})

test('what is open comes before what is done', async () => {
  const done = aRequest({ id: 'r2', status: 'done', topic: 'fill_in', closedAt: '2026-11-21T03:00:00.000Z' })
  fakeBff.replies(LIST, { items: [done, aRequest()] })
  renderPage(<RequestsPage />, { signedIn: verified })
  await screen.findByRole('list', { name: '正在办的' })
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^帮我预约（王\*英）11月24日 周二 上午 · 下东街道便民服务中心.*等志愿者接单/),
    expect.stringMatching(/^帮我填表、备材料.*已办完/),
  ])
  press(/^帮我预约/, 'link')
  expect(wentTo()).toBe(`${at('request')}?id=${REQUEST_ID}`)
})

test('accepted: by whom, by when, and what to look out for', async () => {
  fakeBff.replies(ONE, aRequest({ status: 'accepted', volunteer: '刘志强' }))
  renderPage(<RequestPage />, { signedIn: verified, query })
  expect(await screen.findByText('刘志强来帮您')).toBeTruthy()
  expect(screen.getByRole('list', { name: '求助内容' }).textContent).toMatch(/最晚哪天办11月26日 周四.*谁来帮刘志强/)
  press('撤回这个求助')
  expect(wentTo()).toBe(`${at('take-back')}?id=${REQUEST_ID}`)
})

test('given back by a volunteer: why, and that nothing need be done; late: whom to ring', async () => {
  fakeBff.replies(ONE, aRequest({ returned: '路太远', overdue: true }))
  renderPage(<RequestPage />, { signedIn: verified, query })
  expect(await screen.findByText('原来的志愿者办不了：路太远')).toBeTruthy()
  expect(screen.getByText('已经过了答应的日子')).toBeTruthy()
  expect(screen.getByRole('button', { name: '打电话给网点：0731-1' })).toBeTruthy()
})

test('done: what came of it, and no taking back', async () => {
  const closedAt = '2026-11-24T03:00:00.000Z'
  fakeBff.replies(ONE, aRequest({ status: 'done', volunteer: '刘志强', outcome: '约好了周四', closedAt }))
  renderPage(<RequestPage />, { signedIn: verified, query })
  expect(await screen.findByText('约好了周四')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '撤回这个求助' })).toBeNull()
})

test('a request of somebody else, or a link that was cut, leads to the list', async () => {
  fakeBff.refuses(ONE, 'not_found')
  renderPage(<RequestPage />, { signedIn: verified, query })
  expect(await screen.findByText('没有找到这个求助')).toBeTruthy()
  press('看我的求助')
  expect(wentTo()).toBe(at('requests'))
})

test('without a network the last copy is shown, with its time', () => {
  keepCopy([ONE, { params: query }], aRequest(), Date.now() - 60_000)
  fakeBff.isUnreachable(ONE)
  renderPage(<RequestPage />, { signedIn: verified, query })
  expect(screen.getByText('下东街道便民服务中心')).toBeTruthy()
})

test('taking back asks first, and says what happens', async () => {
  fakeBff.replies(ONE, aRequest())
  renderPage(<TakeBackPage />, { signedIn: verified, query })
  expect(await screen.findByText('要撤回这个求助吗？')).toBeTruthy()
  expect(screen.getByText(/委托也马上结束/)).toBeTruthy()
  fakeBff.replies(TAKE_BACK, null as never)
  press('撤回')
  expect(await screen.findByRole('heading', { level: 1, name: '已撤回' })).toBeTruthy()
})

test('done meanwhile: it cannot be taken back, and the way to how it stands', async () => {
  fakeBff.replies(ONE, aRequest())
  fakeBff.refuses(TAKE_BACK, 'status_changed')
  renderPage(<TakeBackPage />, { signedIn: verified, query })
  await screen.findByText('要撤回这个求助吗？')
  press('撤回')
  expect(await screen.findByText('这个求助不能再撤回')).toBeTruthy()
  press('看这个求助')
  expect(wentTo()).toBe(`${at('request')}?id=${REQUEST_ID}`)
})
