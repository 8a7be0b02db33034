import { act, screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { forgetSession } from '../../../../platform/session'
import { aDrivingLicence, anIdCard, aWallet, DRIVING, ID_CARD, ID_NUMBER, verified } from '../../testing/licences'
import ContributionsPage from '../contributions/index'
import LicencePage from '../licence/index'
import WalletPage from './index'

const WALLET = 'GET /v1/licences'
const LICENCE = 'GET /v1/licences/:id'
const open = () => renderPage(<WalletPage />, { signedIn: verified })
const openLicence = (id = ID_CARD) => renderPage(<LicencePage />, { signedIn: verified, query: { id } })
const kept = () => JSON.stringify([...taroState.storage])

test('grouped, those that end soon first, masked, and what is missing explained', async () => {
  fakeBff.replies(WALLET, aWallet())
  open()
  const attention = await screen.findByRole('list', { name: '请留意' })
  expect(within(attention).getByRole('link').textContent).toBe(
    '居民身份证陈*国 · 4302**********0019 · 有效期至 2026年12月16日▲快到期',
  )
  expect(within(screen.getByRole('list', { name: '出行' })).getByRole('link').textContent).toContain('机动车驾驶证')
  const missing = screen.getByRole('list', { name: '暂时没有的证照' })
  expect(missing.textContent).toContain('普通护照没有办过护照○没有')
  expect(missing.textContent).toContain('医保系统现在不能用▲暂时查不到')
  expect(document.body.textContent).not.toContain(ID_NUMBER)
  expect(document.body.textContent).not.toMatch(/\d{4}-\d{2}-\d{2}/)
})

test('nothing in the library: says so, and what to do', async () => {
  fakeBff.replies(WALLET, aWallet({ items: [] }))
  open()
  expect(await screen.findByText('证照库里还没有您的证照')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '出示证照' })).toBeNull()
  expect(screen.getByRole('link', { name: /谁看过我的证照/ })).toBeTruthy()
})

test('what the phone keeps is there before the network answers, and is then refreshed', async () => {
  fakeBff.replies(WALLET, aWallet())
  open().unmount()
  await act(() => Promise.resolve())
  queryClient.clear()
  const first = open()
  await screen.findByText('出行')
  first.unmount()
  queryClient.clear()
  const answer = fakeBff.waits(WALLET)
  open()
  expect(screen.getByRole('list', { name: '请留意' }).textContent).toContain('居民身份证')
  answer(aWallet({ items: [aDrivingLicence()] }))
  await screen.findByRole('list', { name: '出行' })
  expect(await screen.findByRole('list', { name: '暂时没有的证照' })).toBeTruthy()
  await act(() => Promise.resolve())
  expect(screen.queryByText('居民身份证')).toBeNull()
})

test('the phone keeps nothing that the screen masks, and nothing at all after signing out', async () => {
  fakeBff.replies(WALLET, aWallet())
  open()
  await screen.findByText('出行')
  expect(kept()).toContain('4302**********0019')
  for (const secret of [ID_NUMBER, '陈建国', '解放路']) expect(kept()).not.toContain(secret)
  act(() => {
    forgetSession()
  })
  expect(kept()).not.toContain('4302**********0019')
})

test('without a network the last copy is shown with its time', async () => {
  fakeBff.replies(WALLET, aWallet())
  const { unmount } = open()
  await screen.findByText('出行')
  unmount()
  queryClient.clear()
  fakeBff.isUnreachable(WALLET)
  open()
  expect(await screen.findByText(/^这是 .*的结果，现在没有查到更新的。$/)).toBeTruthy()
  expect(screen.getByRole('list', { name: '出行' })).toBeTruthy()
})

test('a library that cannot be asked is said, with a way to try again', async () => {
  fakeBff.refuses(WALLET, 'department_unavailable')
  open()
  expect(await screen.findByText('部门系统暂时不能用')).toBeTruthy()
  fakeBff.replies(WALLET, aWallet())
  press('再试一次')
  expect(await screen.findByText('出行')).toBeTruthy()
})

test('an old answer of the library says of when it is', async () => {
  fakeBff.replies(WALLET, aWallet({ items: [aDrivingLicence({ stale: true })] }))
  open()
  expect(await screen.findByText(/有的证照是以前的结果/)).toBeTruthy()
  expect(screen.getByText(/11月21日 周六 上午8:30 的结果/)).toBeTruthy()
})

test('a licence opened from the wallet is there at once, and asks for the newest', async () => {
  fakeBff.replies(WALLET, aWallet())
  const { unmount } = open()
  await screen.findByText('出行')
  press(/机动车驾驶证/, 'link')
  expect(wentTo()).toBe(`/features/licences/pages/licence/index?id=${DRIVING}`)
  unmount()
  fakeBff.replies(LICENCE, aDrivingLicence({ issuer: '株洲市公安局' }))
  openLicence(DRIVING)
  expect(screen.getByText('C1')).toBeTruthy()
  expect(await screen.findByText('株洲市公安局')).toBeTruthy()
})

test('numbers and addresses are masked until tapped', async () => {
  fakeBff.replies(LICENCE, anIdCard())
  openLicence()
  expect(await screen.findByText('4302**********0019')).toBeTruthy()
  press('显示公民身份号码')
  expect(screen.getByText(ID_NUMBER)).toBeTruthy()
  press('隐藏公民身份号码')
  expect(screen.queryByText(ID_NUMBER)).toBeNull()
})

test('from the copy on the phone a number stays masked, and that is said', async () => {
  fakeBff.replies(LICENCE, anIdCard())
  const { unmount } = openLicence()
  await screen.findByText('茶陵县公安局')
  unmount()
  queryClient.clear()
  fakeBff.isUnreachable(LICENCE)
  openLicence()
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  expect(screen.getByText('4302**********0019')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '显示公民身份号码' })).toBeNull()
  expect(screen.getByText('手机上只留了一部分内容，联网后才能看全。')).toBeTruthy()
})

test.each([
  ['expired', '这张证照已经过期，不能出示'],
  ['revoked', '这张证照已经注销，不能出示'],
] as const)('a licence that is %s says so and cannot be shown', async (state, said) => {
  fakeBff.replies(LICENCE, anIdCard({ state }))
  openLicence()
  expect(await screen.findByText(said)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '出示这张证照' })).toBeNull()
})

test('a licence that is no more leads to the wallet, and its copy is gone from the phone', async () => {
  fakeBff.replies(LICENCE, anIdCard())
  const { unmount } = openLicence()
  await screen.findByText('茶陵县公安局')
  unmount()
  queryClient.clear()
  fakeBff.refuses(LICENCE, 'not_found')
  openLicence()
  expect(await screen.findByText('没有找到这张证照')).toBeTruthy()
  expect(kept()).not.toContain('茶陵县公安局')
  press('看我的证照')
  expect(wentTo()).toBe('/features/licences/pages/wallet/index')
})

test('nobody signed in: nothing is asked, and the way in is offered', () => {
  open().unmount()
  act(() => {
    forgetSession()
  })
  renderPage(<WalletPage />)
  press('去登录')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
})

test('contributions: months paid, the last ones, and of when', async () => {
  const last = [
    { month: '2026-10', kind: '养老保险', base: '4200 元', paid: true },
    { month: '2026-09', kind: '养老保险', base: '4200 元', paid: false },
  ]
  const reply = { months: 38, last, asOf: '2026-11-21T00:30:00.000Z', stale: true }
  fakeBff.replies('GET /v1/social-security/contributions', reply)
  renderPage(<ContributionsPage />, { signedIn: verified })
  expect(await screen.findByText('38 个月')).toBeTruthy()
  expect(screen.getByText('2026年10月 · 养老保险')).toBeTruthy()
  expect(screen.getByText('还没到账')).toBeTruthy()
  expect(screen.getByText(/这是 11月21日 周六 上午8:30 的结果/)).toBeTruthy()
})

test('a network that never answers: wallet and licence are painted from the copy all the same', async () => {
  fakeBff.replies(WALLET, aWallet())
  fakeBff.replies(LICENCE, anIdCard())
  const wallet = open()
  await screen.findByText('出行')
  wallet.unmount()
  const licence = openLicence()
  await screen.findByText('茶陵县公安局')
  licence.unmount()
  queryClient.clear()
  fakeBff.waits(WALLET)
  fakeBff.waits(LICENCE)
  const again = open()
  expect(screen.getByRole('list', { name: '请留意' }).textContent).toContain('居民身份证')
  again.unmount()
  openLicence()
  expect(screen.getByText('4302**********0019')).toBeTruthy()
  await act(() => Promise.resolve())
  expect(screen.getByText('茶陵县公安局')).toBeTruthy()
})
