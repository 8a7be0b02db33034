import { screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aMandate, aMember, familyIs, hasWanted, MANDATE_ID, MEMBER_ID, verified, waiting } from '../../testing/proxy'
import AskDaysPage from '../ask-days/index'
import AskLicencesPage from '../ask-licences/index'
import AskVisitsPage from '../ask-visits/index'
import AskWhatPage from '../ask-what/index'
import AskWhoPage from '../ask-who/index'
import AskCheckPage from './index'

const ASK = 'POST /v1/mandates'
const at = (page: string) => `/features/proxy/pages/${page}/index`
const open = (page: ReactNode, query: Record<string, string> = {}) => renderPage(page, { signedIn: verified, query })
const group = { department: '公安', bring: [], promisedWorkingDays: 5, extraDayItems: [], vaccine: null }

beforeEach(() => {
  fakeBff.replies('GET /v1/item-groups', {
    items: [
      { ...group, id: 'household', name: '户籍和身份证' },
      { ...group, id: 'vehicles', name: '车驾管业务' },
    ],
    extraDays: null,
  })
})

test('for whom: grown-up members of the family who have agreed', async () => {
  familyIs(aMember(), aMember({ id: 'c1', name: '陈*', relation: 'child', evidence: 'household' }))
  open(<AskWhoPage />)
  await screen.findByRole('radio', { name: '王*英（父亲或母亲）' })
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  press('王*英（父亲或母亲）', 'radio')
  press('下一步')
  await waitFor(() => {
    expect(wentTo()).toBe(at('ask-what'))
  })
})

test('nobody to ask: the way to the family', async () => {
  familyIs()
  open(<AskWhoPage />)
  expect(await screen.findByText('您还没有添加家人')).toBeTruthy()
  press('去我的家人')
  expect(wentTo()).toBe('/features/family/pages/list/index')
})

test('each thing that needs items asks for them, and only that', async () => {
  const what = open(<AskWhatPage />)
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请至少选一件可以代办的事')
  press(/^出示电子证照/, 'checkbox')
  expect(screen.getByRole('checkbox', { name: /出示电子证照/ }).getAttribute('aria-checked')).toBe('true')
  press('下一步')
  await waitFor(() => {
    expect(wentTo()).toBe(at('ask-licences'))
  })
  what.unmount()
  const licences = open(<AskLicencesPage />)
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请至少选一种证照')
  licences.unmount()
  open(<AskDaysPage />)
  press('7 天', 'radio')
  press('下一步')
  await waitFor(() => {
    expect(wentTo()).toBe(at('ask-check'))
  })
})

test('which visits: the groups of this county', async () => {
  hasWanted({ visits: 'vehicles', operations: 'book_visits' })
  open(<AskVisitsPage />)
  await screen.findByRole('checkbox', { name: /户籍和身份证/ })
  expect(screen.getByRole('checkbox', { name: /车驾管业务/ }).getAttribute('aria-checked')).toBe('true')
  press('下一步')
  await waitFor(() => {
    expect(wentTo()).toBe(at('ask-days'))
  })
})

test('checked and sent: it then waits for the person', async () => {
  hasWanted()
  fakeBff.replies(ASK, aMandate(waiting))
  open(<AskCheckPage />)
  const list = await screen.findByRole('list', { name: '您的申请' })
  expect(list.textContent).toMatch(/王\*英.*出示电子证照.*户籍和身份证.*居民身份证、社会保障卡.*7 天/)
  press('提交申请')
  await waitFor(() => {
    expect(wentTo()).toBe(`${at('mandate')}?id=${MANDATE_ID}`)
  })
  expect(fakeBff.received(ASK)[0]?.body).toEqual({
    member: MEMBER_ID,
    scope: [
      { operation: 'book_visits', items: ['household'] },
      { operation: 'show_licences', items: ['id_card', 'social_security_card'] },
    ],
    days: 7,
  })
})

test('who cannot be asked on a phone: why, and the counter', async () => {
  hasWanted()
  fakeBff.refuses(ASK, 'not_allowed', {
    detail: '这位家人没有在手机上登录过，没法在手机上同意。请两人带身份证到便民服务中心办理。',
  })
  open(<AskCheckPage />)
  await screen.findByRole('list', { name: '您的申请' })
  press('提交申请')
  expect(await screen.findByText(/这位家人没有在手机上登录过/)).toBeTruthy()
  press('找人帮忙')
  expect(wentTo()).toBe(at('start'))
  press('改一改再提交')
  expect(await screen.findByRole('list', { name: '您的申请' })).toBeTruthy()
})

test.each([
  ['scope.0.items', 'ask-visits'],
  ['scope.1.items', 'ask-licences'],
  ['scope', 'ask-what'],
  ['days', 'ask-days'],
  ['member', 'ask-who'],
])('what the BFF wants mended in %s leads to its question', async (path, page) => {
  hasWanted()
  fakeBff.refuses(ASK, 'invalid_input', { fields: [{ path, message: '没有这个选项' }] })
  open(<AskCheckPage />)
  await screen.findByRole('list', { name: '您的申请' })
  press('提交申请')
  await screen.findByRole('alert')
  press('没有这个选项', 'link')
  expect(wentTo()).toBe(`${at(page)}?change=1`)
})

test('something is missing: the question that has no answer', () => {
  hasWanted({ licences: '' })
  open(<AskCheckPage />)
  press('接着填')
  expect(wentTo()).toBe(at('ask-licences'))
})
