import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { aMandate, renderAtDesk } from '../../testing/tasks'
import EndMandatePage from './index'

const END = 'POST /v1/staff/mandates/ending'

test.each(['1121 4829 05', 'ONE-VISIT:M:1121482905'])('ended for who rang up: %s and the last four', async (number) => {
  renderAtDesk(<EndMandatePage />, { role: 'clerk' })
  press('打电话来', 'radio')
  fillIn('委托编号', number)
  fillIn('本人身份证后四位', '002x')
  fakeBff.replies(END, aMandate({ status: 'ended', ending: 'person_phone', endedAt: '2026-11-21T02:00:00.000Z' }))
  press('结束委托')
  expect(await screen.findByText('委托已结束')).toBeTruthy()
  expect(screen.getByText('本人打电话结束')).toBeTruthy()
  expect(fakeBff.received(END)[0]?.body).toEqual({ number: '1121482905', lastFour: '002X', from: 'person_phone' })
  press('再结束一份')
  expect(screen.getByLabelText<HTMLInputElement>('本人身份证后四位').value).toBe('')
})

test('every mistake is named at once, and nothing is kept on the device', () => {
  renderAtDesk(<EndMandatePage />, { role: 'supervisor' })
  press('结束委托')
  expect(screen.getByRole('alert').textContent).toContain('有 3 处需要修改')
  fillIn('本人身份证后四位', '0021')
  expect(JSON.stringify([...taroState.storage])).not.toContain('0021')
})

test.each([
  ['mandate_unknown', '没有这份委托'],
  ['too_many_attempts', '试的次数太多了'],
] as const)('%s: says what to do', async (problem, said) => {
  renderAtDesk(<EndMandatePage />, { role: 'clerk' })
  press('到窗口来', 'radio')
  fillIn('委托编号', '1121482905')
  fillIn('本人身份证后四位', '0021')
  fakeBff.refuses(END, problem)
  press('结束委托')
  expect(await screen.findByText(said)).toBeTruthy()
})
