import { act, screen, waitFor } from '@testing-library/react'
import { Text } from '@tarojs/components'
import { fakeBff } from '../../test/fake-bff'
import { press, wentTo } from '../../test/hands'
import { renderPage } from '../../test/render-page'
import { aStaffSignIn } from '../../test/sessions'
import { taroState } from '../../test/taro'
import { Screen } from '../ui/screen'
import { actingNow, beginActing, connectActing, endActing, type Acting } from './acting'
import { api } from './client'
import { forgetSession } from './session'
import { keepStaffSignedIn } from './staff-session'

const MANDATE = '019aa3b2-7c00-7000-8000-0000000000aa'
const forWang: Acting = { mandate: MANDATE, person: '王*英', by: 'resident', operations: ['look_up_cases'] }
const CASES = 'GET /v1/cases'
const none = { items: [], missing: [] }

afterEach(() => {
  endActing()
})

const lastHeaders = (endpoint: Parameters<typeof fakeBff.received>[0]) => fakeBff.received(endpoint).at(-1)?.headers
const underWang = () => api.callFor(forWang, CASES)

test('what can be done for somebody goes out under the mandate, what is only for oneself never does', async () => {
  fakeBff.replies(CASES, none)
  fakeBff.replies('GET /v1/messages', { items: [], next: null, unread: 0 })
  beginActing(forWang)
  await underWang()
  expect(lastHeaders(CASES)?.['X-Mandate']).toBe(MANDATE)
  await api.callFor(forWang, 'GET /v1/messages', { query: {} })
  expect(lastHeaders('GET /v1/messages')).not.toHaveProperty('X-Mandate')
  endActing()
  await api.callFor(null, CASES)
  expect(lastHeaders(CASES)).not.toHaveProperty('X-Mandate')
})

test.each([
  ['for somebody after that has ended', forWang, null],
  ['for oneself after acting has begun', null, forWang],
  ['for somebody after acting for another has begun', forWang, { ...forWang, mandate: 'another' }],
])('nothing is sent %s', async (_, before, now) => {
  if (now !== null) beginActing(now)
  await expect(api.callFor(before, CASES)).rejects.toMatchObject({ code: 'page_over' })
  expect(fakeBff.received(CASES)).toEqual([])
})

test('what comes after the end is taken for nothing, and leads nowhere', async () => {
  const release = fakeBff.waits(CASES)
  beginActing(forWang)
  const asked = underWang()
  await waitFor(() => {
    expect(fakeBff.received(CASES)).toHaveLength(1)
  })
  endActing()
  release(none)
  await expect(asked).rejects.toMatchObject({ code: 'page_over' })
  expect(taroState.navigations).toEqual([])
})

test('every screen says for whom, and one tap ends it', async () => {
  beginActing(forWang)
  renderPage(
    <Screen title="预约办事">
      <Text>内容</Text>
    </Screen>,
  )
  expect(screen.getByRole('region', { name: '正在代办' }).textContent).toContain('您正在为 王*英 办理')
  press('结束代办')
  await waitFor(() => {
    expect(screen.queryByRole('region', { name: '正在代办' })).toBeNull()
  })
  expect(actingNow()).toBeNull()
  expect(wentTo()).toBe('/pages/home/index')
})

test.each(['mandate_ended', 'mandate_expired', 'mandate_unknown', 'mandate_not_active'] as const)(
  '%s ends it, and a page says so',
  async (code) => {
    fakeBff.refuses(CASES, code)
    beginActing(forWang)
    await expect(underWang()).rejects.toMatchObject({ code })
    await act(() => Promise.resolve())
    expect(actingNow()).toBeNull()
    expect(wentTo()).toBe(`/pages/acting-ended/index?reason=${code}`)
  },
)

describe('until that page is seen', () => {
  const askOwn = () => expect(api.call('GET /v1/messages', { query: {} })).rejects.toMatchObject({ code: 'session_expired' })

  beforeEach(() => {
    fakeBff.refuses(CASES, 'mandate_ended')
    fakeBff.refuses('GET /v1/messages', 'session_expired')
    beginActing(forWang)
  })

  test('no sign-in covers it', async () => {
    await expect(underWang()).rejects.toBeDefined()
    await askOwn()
    expect(taroState.navigations.map(({ url }) => url)).toEqual(['/pages/acting-ended/index?reason=mandate_ended'])
  })

  test('it comes before a sign-in that is on its way', async () => {
    await askOwn()
    await expect(underWang()).rejects.toBeDefined()
    expect(wentTo()).toBe('/pages/acting-ended/index?reason=mandate_ended')
  })

  test('it opens once, however many answers say so', async () => {
    await Promise.all([expect(underWang()).rejects.toBeDefined(), expect(underWang()).rejects.toBeDefined()])
    expect(taroState.navigations).toHaveLength(1)
  })

  test('and once it is, people are led to sign in as ever', async () => {
    await expect(underWang()).rejects.toBeDefined()
    renderPage(<Screen title="代办已结束">{null}</Screen>)
    await askOwn()
    expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  })
})

test('something the mandate does not name is refused without ending it', async () => {
  fakeBff.refuses(CASES, 'mandate_scope')
  beginActing(forWang)
  await expect(underWang()).rejects.toMatchObject({ code: 'mandate_scope' })
  expect(actingNow()).toEqual(forWang)
})

describe('whose acting it is', () => {
  beforeEach(connectActing)

  test('whoever signs out leaves nobody behind', () => {
    beginActing(forWang)
    forgetSession()
    expect(actingNow()).toBeNull()
    expect(JSON.stringify([...taroState.storage])).not.toContain('王*英')
  })

  test('another volunteer on the same device does not go on with it, the same one does', () => {
    keepStaffSignedIn(aStaffSignIn({ staffId: 's1' }))
    beginActing({ ...forWang, by: 'volunteer' })
    keepStaffSignedIn(aStaffSignIn({ staffId: 's1' }))
    expect(actingNow()).not.toBeNull()
    keepStaffSignedIn(aStaffSignIn({ staffId: 's2' }))
    expect(actingNow()).toBeNull()
  })
})
