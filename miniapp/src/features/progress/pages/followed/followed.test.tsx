import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { queryClient } from '../../../../platform/query-client'
import { aCase, aFollow, FOLLOW_ID } from '../../testing/cases'
import FollowsPage from '../follows/index'
import FollowedPage from './index'

const VIEW = 'GET /v1/follows/:id'
const followed = aCase({ followId: FOLLOW_ID, followProof: null })
const situation = { signedIn: aSignIn(), query: { id: FOLLOW_ID } }

test('the page that messages link to shows the case, and that it is followed', async () => {
  fakeBff.replies(VIEW, followed)
  renderPage(<FollowedPage />, situation)
  expect(await screen.findByText('您已关注这件事')).toBeTruthy()
  expect(fakeBff.received(VIEW)[0]?.endpoint).toBe(`GET /v1/follows/${FOLLOW_ID}`)
})

test('after stopping, the page stays so that it can be undone', async () => {
  fakeBff.replies(VIEW, followed)
  fakeBff.replies('DELETE /v1/follows/:id', { followProof: 'again' })
  renderPage(<FollowedPage />, situation)
  await screen.findByText('您已关注这件事')
  fakeBff.refuses(VIEW, 'not_found')
  press('取消关注')
  expect(await screen.findByText('已取消关注')).toBeTruthy()
  expect(screen.getByRole('button', { name: '恢复关注' })).toBeTruthy()
})

test('a follow that is no more leads to the list', async () => {
  fakeBff.refuses(VIEW, 'not_found')
  renderPage(<FollowedPage />, situation)
  expect(await screen.findByText('没有找到这件关注的办件')).toBeTruthy()
  press('看我关注的办件')
  expect(wentTo()).toBe('/features/progress/pages/follows/index')
})

test('a link that was cut leads to the list', () => {
  renderPage(<FollowedPage />, { signedIn: aSignIn() })
  expect(screen.getByText('没有找到这件关注的办件')).toBeTruthy()
})

test('without a network the last answer is shown with its time', async () => {
  fakeBff.replies(VIEW, followed)
  const { unmount } = renderPage(<FollowedPage />, situation)
  await screen.findByText('您已关注这件事')
  unmount()
  queryClient.clear()
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
  fakeBff.isUnreachable(VIEW)
  renderPage(<FollowedPage />, situation)
  expect(await screen.findByText('查询时间 11月21日 周六 上午9:00')).toBeTruthy()
  expect(screen.getByText('个体工商户设立登记')).toBeTruthy()
  jest.restoreAllMocks()
})

test('the list leads to each case, with its status', async () => {
  fakeBff.replies('GET /v1/follows', { items: [aFollow()] })
  renderPage(<FollowsPage />, { signedIn: aSignIn() })
  expect(await screen.findByText('正在办理')).toBeTruthy()
  press(/个体工商户设立登记/, 'link')
  expect(wentTo()).toBe(`/features/progress/pages/followed/index?id=${FOLLOW_ID}`)
})

test('an empty list says how to begin', async () => {
  fakeBff.replies('GET /v1/follows', { items: [] })
  renderPage(<FollowsPage />, { signedIn: aSignIn() })
  expect(await screen.findByText('您还没有关注办件')).toBeTruthy()
  press('去查办件')
  expect(wentTo()).toBe('/features/progress/pages/start/index')
})

test('whoever is not signed in is told what for, and nothing is asked', () => {
  renderPage(<FollowsPage />)
  press('登录')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
  expect(fakeBff.received('GET /v1/follows')).toHaveLength(0)
})
