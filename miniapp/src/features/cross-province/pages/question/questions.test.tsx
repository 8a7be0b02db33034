import { screen } from '@testing-library/react'
import { fillIn, press, wentTo } from '../../../../../test/hands'
import { renderPage } from '../../../../../test/render-page'
import { ASKED, itemIs, newcomer } from '../../testing/across'
import { about, ask, goesTo, open, questionAt, saysWrong } from '../../testing/asking'
import QuestionPage from './index'

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
  await goesTo(about('check'))
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
  expect(wentTo()).toBe(about('item'))
})
