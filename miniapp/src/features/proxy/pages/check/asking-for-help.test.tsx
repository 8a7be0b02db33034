import { screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { taroState } from '../../../../../test/taro'
import { aMember, aRequest, familyIs, hasAnswered, MEMBER_ID, NOW, REQUEST_ID, verified } from '../../testing/proxy'
import AddressPage from '../address/index'
import AskedPage from '../asked/index'
import DayPage from '../day/index'
import HowPage from '../how/index'
import PhonePage from '../phone/index'
import WhatPage from '../what/index'
import WherePage from '../where/index'
import WhoPage from '../who/index'
import CheckPage from './index'

const OPEN = 'POST /v1/help-requests'
const at = (page: string) => `/features/proxy/pages/${page}/index`
const open = (page: ReactNode, query: Record<string, string> = {}) => renderPage(page, { signedIn: verified, query })

const goesTo = (page: string) =>
  waitFor(() => {
    expect(wentTo()).toBe(at(page))
  })

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW)
  familyIs(aMember(), aMember({ id: 'p2', name: '刘*', status: 'pending' }))
})
afterEach(() => {
  jest.restoreAllMocks()
})

test('for whom: oneself, or somebody of the family who has agreed', async () => {
  open(<WhoPage />)
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请选择谁需要帮忙')
  await screen.findByRole('radio', { name: '王*英（父亲或母亲）' })
  expect(screen.queryByRole('radio', { name: /刘/ })).toBeNull()
  press('王*英（父亲或母亲）', 'radio')
  press('下一步')
  await goesTo('what')
})

test('when the family cannot be asked for, one can still ask for oneself', async () => {
  fakeBff.isUnreachable('GET /v1/family')
  open(<WhoPage />)
  expect(await screen.findByText(/现在查不到家人名单/)).toBeTruthy()
  press('我本人', 'radio')
  press('下一步')
  await goesTo('what')
})

test('what: something else has to be said in words', async () => {
  open(<WhatPage />)
  press('别的事', 'radio')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请写明要办什么')
  fillIn('想说的话', '交水费')
  press('下一步')
  await goesTo('how')
})

test('how, and then where: the township centres come first', async () => {
  open(<HowPage />)
  press(/^请人上门/, 'radio')
  press('下一步')
  await goesTo('where')
  const office = {
    address: '示例路 1 号',
    phone: '1',
    location: null,
    ordinaryHours: [],
    opensOnExtraDays: false,
    selfService: null,
  }
  const common = { ...office, accessibility: [], itemGroups: [], sample: [] }
  fakeBff.replies('GET /v1/offices', {
    items: [
      { ...common, id: 'hall', kind: 'county_hall', name: '县政务服务中心' },
      { ...common, id: 'xiadong', kind: 'township_centre', name: '下东街道便民服务中心' },
    ],
  })
  open(<WherePage />)
  await screen.findByText('县政务服务中心')
  expect(screen.getAllByRole('link')[0]?.textContent).toContain('下东街道便民服务中心')
  press(/^下东街道/, 'link')
  await goesTo('address')
})

test('the address, the day and the phone are checked, and what was typed stays', async () => {
  const address = open(<AddressPage />)
  fillIn('上门的地址', '3组')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请写明上门的地址')
  fillIn('上门的地址', '下东街道示例村 3 组')
  press('下一步')
  await goesTo('day')
  address.unmount()
  const day = open(<DayPage />)
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请选择哪一天')
  press('看后面的日子')
  press('12月1日 周二', 'radio')
  press('上午', 'radio')
  press('下一步')
  await goesTo('phone')
  day.unmount()
  open(<PhonePage />)
  fillIn('联系电话', '138 0000')
  press('下一步')
  expect(screen.getByRole('alert').textContent).toContain('请填写正确的 11 位手机号')
  fillIn('联系电话', '138 0000 0009')
  press('下一步')
  await goesTo('check')
  expect(JSON.stringify([...taroState.storage.values()])).toContain('"13800000009"')
})

test('the answers are checked and sent once, however often it is tapped', async () => {
  hasAnswered({ who: MEMBER_ID, person: '王*英（父亲或母亲）' })
  const reply = fakeBff.waits(OPEN)
  open(<CheckPage />)
  const list = screen.getByRole('list', { name: '您的求助' })
  expect(list.textContent).toMatch(
    /王\*英.*帮我预约.*换社保卡.*请人上门.*下东街道便民服务中心.*示例村 3 组.*11月24日 周二 上午.*13800000009/,
  )
  press('提交求助')
  press(/提交求助|请稍候/)
  await waitFor(() => {
    expect(fakeBff.received(OPEN)).toHaveLength(1)
  })
  expect(fakeBff.received(OPEN)[0]).toMatchObject({
    headers: { 'Idempotency-Key': 'key-of-the-answers' },
    body: { member: MEMBER_ID, topic: 'book_visit', way: 'home', office: 'xiadong', date: '2026-11-24', part: 'morning' },
  })
  reply(aRequest())
  await waitFor(() => {
    expect(wentTo()).toBe(`${at('asked')}?id=${REQUEST_ID}`)
  })
})

test('an answer that is changed leads back to the check, by way of what it makes missing', async () => {
  hasAnswered({ way: 'phone', address: '' })
  open(<CheckPage />)
  press('修改怎么帮')
  expect(wentTo()).toBe(`${at('how')}?change=1`)
  Object.assign(taroState, { path: at('how'), below: [at('check')] })
  const how = open(<HowPage />, { change: '1' })
  press(/^请人上门/, 'radio')
  press('下一步')
  await waitFor(() => {
    expect(wentTo()).toBe(`${at('address')}?change=1`)
  })
  how.unmount()
  open(<AddressPage />, { change: '1' })
  fillIn('上门的地址', '下东街道示例村 3 组')
  press('下一步')
  await waitFor(() => {
    expect(wentTo()).toBe('back 1')
  })
})

test('a day that has gone by since is asked for again', () => {
  hasAnswered({ date: '2026-11-20' })
  open(<CheckPage />)
  press('接着填')
  expect(wentTo()).toBe(at('day'))
})

test('no network: it says so, and everything is still there to be sent again', async () => {
  hasAnswered()
  fakeBff.isUnreachable(OPEN)
  open(<CheckPage />)
  press('提交求助')
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  fakeBff.replies(OPEN, aRequest())
  press('再试一次')
  await waitFor(() => {
    expect(wentTo()).toContain(at('asked'))
  })
  expect(new Set(fakeBff.received(OPEN).map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1)
})

test('three at a time: why not, and the way to those there are', async () => {
  hasAnswered()
  fakeBff.refuses(OPEN, 'request_limit_reached')
  open(<CheckPage />)
  press('提交求助')
  expect(await screen.findByText('求助已满 3 个')).toBeTruthy()
  press('看我的求助')
  expect(wentTo()).toBe(at('requests'))
})

test.each([
  ['date', 'day'],
  ['phone', 'phone'],
  ['words', 'what'],
])('what the BFF wants mended in %s leads to its question', async (path, page) => {
  hasAnswered()
  fakeBff.refuses(OPEN, 'invalid_input', { fields: [{ path, message: '请改一改' }] })
  open(<CheckPage />)
  press('提交求助')
  await screen.findByRole('alert')
  press('请改一改', 'link')
  expect(wentTo()).toBe(`${at(page)}?change=1`)
})

test('an expired session leads to signing in, and the answers stay', async () => {
  hasAnswered()
  fakeBff.refuses(OPEN, 'session_expired')
  open(<CheckPage />)
  press('提交求助')
  await waitFor(() => {
    expect(wentTo()).toBe('/pages/sign-in/index?reason=session_expired')
  })
  expect(taroState.storage.has('one-visit:draft:help-request')).toBe(true)
})

test('done: the number, the promised day, the telephone, and how to take it back', async () => {
  fakeBff.replies('GET /v1/help-requests/:id', aRequest())
  open(<AskedPage />, { id: REQUEST_ID })
  expect(await screen.findByText('1124 4829 05')).toBeTruthy()
  expect(screen.getByText('最晚 11月26日 周四 帮您办。')).toBeTruthy()
  expect(screen.getByText(/可以在“我的求助”里撤回/)).toBeTruthy()
  press('打电话给网点：0731-1')
  expect(taroState.calls).toEqual(['0731-1'])
})
