import { act, screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { aSignIn } from '../../../../../test/sessions'
import { taroState } from '../../../../../test/taro'
import { queryClient } from '../../../../platform/query-client'
import { writeStored } from '../../../../platform/storage'
import { keepLookedUp } from '../../looked-up'
import { aCase, CASE_NUMBER } from '../../testing/cases'
import { progressText } from '../../text'
import CasePasswordPage from './index'

const LOOK_UP = 'POST /v1/case-look-ups'
const { label, wrong } = progressText.casePassword
const FOUND = `/features/progress/pages/case-found/index?number=${CASE_NUMBER}`

function show(signedIn = false) {
  writeStored('draft:case-look-up', { at: Date.now(), values: { caseNumber: CASE_NUMBER } })
  return renderPage(<CasePasswordPage />, signedIn ? { signedIn: aSignIn() } : {})
}

function submit(password = 'k7m2') {
  fillIn(label, password)
  press('查询')
}

const arrives = () =>
  waitFor(() => {
    expect(wentTo()).toBe(FOUND)
  })

test('number and password open the case; the form is gone behind it', async () => {
  fakeBff.replies(LOOK_UP, aCase())
  show()
  expect(screen.getByText(CASE_NUMBER)).toBeTruthy()
  submit()
  await arrives()
  expect(taroState.navigations.at(-1)?.how).toBe('redirectTo')
  expect(fakeBff.received(LOOK_UP)[0]?.body).toEqual({ by: 'password', caseNumber: CASE_NUMBER, password: 'k7m2' })
})

test('a password that is too short is not sent', () => {
  show()
  submit('k7')
  expect(screen.getByText(`错误：${wrong}`)).toBeTruthy()
  expect(fakeBff.received(LOOK_UP)).toHaveLength(0)
})

test('two taps ask once', async () => {
  const release = fakeBff.waits(LOOK_UP)
  show()
  submit()
  press(/查询|请稍候/)
  await waitFor(() => {
    expect(fakeBff.received(LOOK_UP)).toHaveLength(1)
  })
  press('请稍候…')
  act(() => {
    release(aCase())
  })
  await arrives()
  expect(fakeBff.received(LOOK_UP)).toHaveLength(1)
})

test('a dead network loses nothing, and trying again works', async () => {
  fakeBff.isUnreachable(LOOK_UP)
  show()
  submit()
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  expect(screen.getByDisplayValue('k7m2')).toBeTruthy()
  fakeBff.replies(LOOK_UP, aCase())
  press('再试一次')
  await arrives()
})

test('a wrong password reads exactly like an unknown number, and both can be mended', async () => {
  fakeBff.refuses(LOOK_UP, 'case_not_found')
  show()
  submit()
  expect(await screen.findByText('请核对办件编号和查询密码。编号在受理回执上。')).toBeTruthy()
  press('改一改再查')
  expect(await screen.findByDisplayValue('k7m2')).toBeTruthy()
  expect(screen.getByText(CASE_NUMBER)).toBeTruthy()
})

test('too many tries: says when the next counts, and the telephone is there', async () => {
  fakeBff.refuses(LOOK_UP, 'too_many_attempts', { retryAfter: 900 })
  show()
  submit()
  expect(await screen.findByText(/请在 .*月.*日 周. .午.* 以后再试/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  expect(await screen.findByRole('button', { name: '打电话问：12345' })).toBeTruthy()
})

test('with the department away, the copy on the phone is offered with its time', async () => {
  fakeBff.refuses(LOOK_UP, 'department_timeout', { detail: '办件系统响应太慢' })
  show(true)
  keepLookedUp(aCase())
  queryClient.clear()
  submit()
  expect(await screen.findByText('办件系统响应太慢')).toBeTruthy()
  expect(screen.getByText(/11月21日 周六 上午9:00/)).toBeTruthy()
  press('看上一次的结果')
  expect(wentTo()).toBe(FOUND)
})

test('with the department away and no copy, trying again is what is left', async () => {
  fakeBff.refuses(LOOK_UP, 'department_unavailable', { detail: '办件系统暂时不能用' })
  show()
  submit()
  expect(await screen.findByText('办件系统暂时不能用')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '看上一次的结果' })).toBeNull()
  fakeBff.replies(LOOK_UP, aCase())
  press('再试一次')
  await arrives()
})

test('a slow department is named while waiting', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] })
  fakeBff.waits(LOOK_UP)
  show()
  submit()
  await act(() => jest.advanceTimersByTimeAsync(3_100))
  expect(screen.getByText('办件系统较慢，正在等待')).toBeTruthy()
  jest.useRealTimers()
})

test('the password never reaches the storage of the phone', () => {
  show()
  fillIn(label, 'k7m2-secret')
  expect(JSON.stringify([...taroState.storage])).not.toContain('k7m2-secret')
})

test('without a number the page leads to the question for it', () => {
  renderPage(<CasePasswordPage />)
  press('填写办件编号')
  expect(wentTo()).toBe('/features/progress/pages/case-number/index')
})
