import { screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { ASKED, itemIs, newcomer, verified } from '../../testing/across'
import QuestionPage from './index'

const QUERY = '?side=county&region=jian&item=pension-transfer'
const at = (page: string, query = '') => `/features/cross-province/pages/${page}/index${query}`
const questionAt = (id: string) => at('question', `${QUERY}&question=${id}`)

const open = (page: ReactNode, query: Record<string, string> = {}) =>
  renderPage(page, { signedIn: verified, query: { ...ASKED, ...query } })
const ask = (question: string, more: Record<string, string> = {}) => open(<QuestionPage />, { question, ...more })
const goesTo = (address: string) =>
  waitFor(() => {
    expect(wentTo()).toBe(address)
  })
/** Above and beside the field, in the same words. */
const saysWrong = (message: string) => {
  expect(screen.getByRole('alert').textContent).toContain(message)
  expect(screen.getByText(`错误：${message}`)).toBeTruthy()
}

beforeEach(() => {
  itemIs()
})

test('one to a page, checked when it is sent on, and kept', async () => {
  const from = ask('from')
  await screen.findByRole('heading', { level: 1, name: '第 1 项，共 4 项' })
  press('下一步')
  saysWrong('请填写“原来在哪里参保”')
  fillIn('原来在哪里参保', '吉安市吉州区')
  from.unmount()
  const again = ask('from')
  expect((await screen.findByLabelText<HTMLInputElement>('原来在哪里参保')).value).toBe('吉安市吉州区')
  press('下一步')
  await goesTo(questionAt('kind'))
  again.unmount()
  const kind = ask('kind')
  await screen.findByRole('radio', { name: '单位交的' })
  press('下一步')
  saysWrong('请选择“参加的哪一种”')
  press('单位交的', 'radio')
  press('下一步')
  await goesTo(questionAt('left'))
  kind.unmount()
})

test('a day is typed by year, month and day, and must be one', async () => {
  ask('left')
  await screen.findByLabelText('年')
  press('下一步')
  saysWrong('请把“哪一天离开原单位”的年、月、日填完整')
  fillIn('年', '2024')
  fillIn('月', '2')
  fillIn('日', '30')
  press('下一步')
  saysWrong('没有这一天，请核对年、月、日')
  fillIn('日', '5')
  press('下一步')
  await goesTo(questionAt('note'))
})

test('what may be left out says so, and the last leads to the check', async () => {
  ask('note')
  await screen.findByLabelText('想说的话（可以不填）')
  press('下一步')
  await goesTo(at('check', QUERY))
})

test('without a session or a real name one is led there first, and comes back to the question', async () => {
  const { unmount } = renderPage(<QuestionPage />, { query: { ...ASKED, question: 'from' } })
  expect(await screen.findByText('登录后就能申请。登录后回到这一页，填的都在。')).toBeTruthy()
  press('去登录')
  expect(wentTo()).toBe('/pages/sign-in/index?reason=sign_in_required')
  unmount()
  renderPage(<QuestionPage />, { signedIn: newcomer, query: { ...ASKED, question: 'from' } })
  press('去实名')
  expect(wentTo()).toBe('/features/identity/pages/real-name/index?reason=real_name_required')
})

test.each([
  ['a question that is no more', { question: 'gone' }, '没有这一项了'],
  ['an item that is not applied for online', { question: 'from' }, '这件事不能在手机上申请'],
])('%s leads back to the item', async (_, query, words) => {
  if (query.question === 'from') itemIs({ form: null })
  open(<QuestionPage />, query)
  expect(await screen.findByText(words)).toBeTruthy()
  press('看这件事')
  expect(wentTo()).toBe(at('item', QUERY))
})
