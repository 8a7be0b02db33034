import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../test/fake-bff'
import { press, wentTo } from '../../../test/hands'
import { renderPage } from '../../../test/render-page'
import { aSession, aSignIn } from '../../../test/sessions'
import MePage from './index'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

test('nobody signed in: offers to sign in, and keeps what needs no account', async () => {
  renderPage(<MePage />)
  expect(screen.getByText('您还没有登录')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /登录的设备/ })).toBeNull()
  expect(screen.getByRole('link', { name: /工作人员入口/ })).toBeTruthy()
  press('登录')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index')
  })
})

test('signed in: says who, masked, and how sure that is, and offers what is missing', () => {
  renderPage(<MePage />, { signedIn: aSignIn() })
  expect(screen.getByText('138****8000')).toBeTruthy()
  expect(screen.getByText('已登录，还没有实名')).toBeTruthy()
  expect(screen.getByRole('button', { name: '去实名' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '绑定手机号' })).toBeNull()
})

test('with a real name nothing more is asked for', () => {
  const account = { name: '王*英', residentId: '4302**********0023', realNameVerifiedAt: inDays(-1) }
  renderPage(<MePage />, { signedIn: aSignIn({ assurance: 2, account }) })
  expect(screen.getByText('4302**********0023')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '去实名' })).toBeNull()
})

test('elder mode is switched here, and then the size of text can be chosen', () => {
  renderPage(<MePage />)
  expect(screen.queryByRole('link', { name: /字号/ })).toBeNull()
  press(/长辈版/, 'switch')
  expect(screen.getByRole('switch', { name: /长辈版/ }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByRole('link', { name: /字号/ })).toBeTruthy()
})

test('a session that ends soon is warned about; continuing makes the warning go', async () => {
  const ending = aSignIn({ idleExpiresAt: inDays(1) })
  fakeBff.replies('GET /v1/session', aSession({ idleExpiresAt: ending.idleExpiresAt }))
  fakeBff.replies('POST /v1/session/renewal', aSession())
  renderPage(<MePage />, { signedIn: ending })
  expect(await screen.findByText(/您的登录将在/)).toBeTruthy()
  press('继续使用')
  await waitFor(() => {
    expect(screen.queryByText(/您的登录将在/)).toBeNull()
  })
})

test('no warning when using the app has lengthened the session meanwhile', async () => {
  fakeBff.replies('GET /v1/session', aSession())
  renderPage(<MePage />, { signedIn: aSignIn({ idleExpiresAt: inDays(1) }) })
  await waitFor(() => {
    expect(fakeBff.received('GET /v1/session')).toHaveLength(1)
  })
  expect(screen.queryByText(/您的登录将在/)).toBeNull()
})

test('near the absolute end only signing in again helps', async () => {
  const ending = { absoluteExpiresAt: inDays(2), idleExpiresAt: inDays(2) }
  fakeBff.replies('GET /v1/session', aSession(ending))
  renderPage(<MePage />, { signedIn: aSignIn(ending) })
  expect(await screen.findByText(/以后需要重新登录/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '继续使用' })).toBeNull()
  expect(screen.getByRole('button', { name: '现在重新登录' })).toBeTruthy()
})
