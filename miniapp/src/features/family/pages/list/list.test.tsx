import { screen, waitFor, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { keepCopy, readCopy } from '../../../../platform/last-copies'
import { queryClient } from '../../../../platform/query-client'
import { aFamily, aMember, aRequest, aViewer, MEMBER_ID, REQUEST_ID, verified } from '../../testing/family'
import RemoveFamilyPage from '../remove/index'
import FamilyRequestsPage from '../requests/index'
import FamilyPage from './index'

const FAMILY = 'GET /v1/family'
const ANSWER = 'POST /v1/family/:id/answer'
const REMOVE = 'DELETE /v1/family/:id'
const remove = (id: string) => renderPage(<RemoveFamilyPage />, { signedIn: verified, query: { id } })

test('nobody yet: says what it is for, and offers to add', async () => {
  fakeBff.replies(FAMILY, aFamily())
  renderPage(<FamilyPage />, { signedIn: verified })
  expect(await screen.findByText('您还没有添加家人')).toBeTruthy()
  expect(screen.getByText('没有人能在别的手机上看您的健康码。')).toBeTruthy()
  press('添加家人')
  expect(wentTo()).toBe('/features/family/pages/add/index')
})

test('whom I show: each with their state and what can be done', async () => {
  const waiting = aRequest({ id: REQUEST_ID, name: '刘*', relation: 'spouse' })
  fakeBff.replies(FAMILY, aFamily({ members: [aMember(), waiting] }))
  renderPage(<FamilyPage />, { signedIn: verified })
  const list = await screen.findByRole('list', { name: '我能出示的家人' })
  const [first, second] = within(list).getAllByRole('listitem')
  expect(first?.textContent).toMatch(/王\*英（父亲或母亲）本人已同意.*已添加/)
  expect(second?.textContent).toContain('等对方同意')
  press('看健康码：王*英', 'link')
  expect(wentTo()).toBe(`/features/health-code/pages/code/index?person=${MEMBER_ID}`)
  press('填验证码：刘*手机上的', 'link')
  expect(wentTo()).toBe(`/features/family/pages/confirm-code/index?id=${REQUEST_ID}`)
})

test('eight are the most, and it says what to do then', async () => {
  const members = Array.from({ length: 8 }, (_, at) => aMember({ id: `m${String(at)}` }))
  fakeBff.replies(FAMILY, aFamily({ members }))
  renderPage(<FamilyPage />, { signedIn: verified })
  expect(await screen.findByText(/已经有 8 位家人/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '添加家人' })).toBeNull()
})

test('a request to see me comes first and leads to the answer', async () => {
  fakeBff.replies(FAMILY, aFamily({ viewers: [aViewer()] }))
  renderPage(<FamilyPage />, { signedIn: verified })
  expect(await screen.findByText('有 1 个人想在自己的手机上出示您的健康码')).toBeTruthy()
  press('去答复')
  expect(wentTo()).toBe('/features/family/pages/requests/index')
})

test('the last list is shown from the phone when there is no network', async () => {
  keepCopy([FAMILY, {}], aFamily({ members: [aMember()] }), Date.now() - 60_000)
  fakeBff.isUnreachable(FAMILY)
  renderPage(<FamilyPage />, { signedIn: verified })
  expect(screen.getByText('王*英（父亲或母亲）')).toBeTruthy()
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  expect(screen.getByText('王*英（父亲或母亲）')).toBeTruthy()
})

test.each([
  ['同意李*红', true, '已同意'],
  ['不同意李*红', false, '没有同意，他看不到您的健康码'],
] as const)('%s: the answer is sent, confirmed, and the request is gone', async (button, accept, said) => {
  fakeBff.replies(FAMILY, aFamily({ viewers: [aViewer()] }))
  renderPage(<FamilyRequestsPage />, { signedIn: verified })
  expect(await screen.findByText('李*红（您的孩子）想在自己的手机上出示您的健康码')).toBeTruthy()
  const after = aFamily({ viewers: accept ? [aViewer({ status: 'active' })] : [] })
  fakeBff.replies(ANSWER, after)
  fakeBff.replies(FAMILY, after)
  press(button)
  expect(await screen.findByText(said)).toBeTruthy()
  expect(fakeBff.received(ANSWER)[0]?.body).toEqual({ accept })
  expect(screen.getByText('现在没有人等您答复')).toBeTruthy()
})

test('removing asks first, and then nothing of that person stays on the phone', async () => {
  const copy = ['GET /v1/health-codes/:person', { params: { person: MEMBER_ID } }] as const
  fakeBff.replies(FAMILY, aFamily({ members: [aMember()] }))
  remove(MEMBER_ID)
  expect(await screen.findByText('移出王*英？')).toBeTruthy()
  keepCopy(copy, {}, Date.now())
  fakeBff.replies(REMOVE, undefined)
  fakeBff.replies(FAMILY, aFamily())
  press('移出')
  expect(await screen.findByRole('heading', { level: 1, name: '已经生效' })).toBeTruthy()
  expect(readCopy(copy)).toBeNull()
})

test('one that was removed elsewhere meanwhile counts as removed', async () => {
  fakeBff.replies(FAMILY, aFamily({ viewers: [aViewer({ status: 'active' })] }))
  remove(REQUEST_ID)
  expect(await screen.findByText('不再让李*红看您的健康码？')).toBeTruthy()
  fakeBff.refuses(REMOVE, 'not_found')
  press('不再让他看')
  expect(await screen.findByRole('heading', { level: 1, name: '已经生效' })).toBeTruthy()
})

test('what cannot be sent is said, and the question stays', async () => {
  fakeBff.replies(FAMILY, aFamily({ members: [aRequest()] }))
  remove(MEMBER_ID)
  expect(await screen.findByText('撤回给王*英的请求？')).toBeTruthy()
  fakeBff.isUnreachable(REMOVE)
  press('撤回')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  expect(screen.getByRole('button', { name: '撤回' })).toBeTruthy()
})

test('the session has ended: leads to signing in', async () => {
  fakeBff.refuses(FAMILY, 'session_expired')
  renderPage(<FamilyPage />, { signedIn: verified })
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  })
  expect(screen.getByRole('button', { name: '去登录' })).toBeTruthy()
  queryClient.clear()
})
