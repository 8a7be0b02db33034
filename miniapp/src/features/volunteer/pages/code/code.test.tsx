import { screen } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { aMandate, aPendingMandate, aTaskOfMine, renderAtDesk, TASK } from '../../testing/tasks'
import MandateCodePage from './index'

const CODE = 'POST /v1/staff/mandates/:id/code'
const ASK = 'POST /v1/staff/tasks/:id/mandates'

async function open(query: Record<string, string> = {}): Promise<void> {
  fakeBff.replies(TASK, aTaskOfMine({ mandate: aPendingMandate() }))
  renderAtDesk(<MandateCodePage />, { query })
  await screen.findByLabelText('验证码')
}

test('the code that the person reads out makes the mandate hold', async () => {
  await open()
  fillIn('验证码', '12345')
  press('确认')
  expect(screen.getByRole('alert').textContent).toContain('请填写 6 位验证码')
  fillIn('验证码', '123456')
  fakeBff.replies(CODE, aMandate())
  fakeBff.replies(TASK, aTaskOfMine({ mandate: aMandate() }))
  press('确认')
  expect(await screen.findByText('本人同意了，委托已生效')).toBeTruthy()
  expect(fakeBff.received(CODE)[0]?.body).toEqual({ code: '123456' })
  expect(JSON.stringify([...taroState.storage])).not.toContain('123456')
})

test.each([
  ['code_invalid', '验证码不对或已过期'],
  ['too_many_attempts', '试的次数太多了'],
] as const)('%s: says what to do', async (problem, said) => {
  await open()
  fillIn('验证码', '000000')
  fakeBff.refuses(CODE, problem)
  press('确认')
  expect(await screen.findByText(said)).toBeTruthy()
})

test('a new code is asked for with the same wish, and not at once after the last', async () => {
  await open({ sent: '1' })
  expect(screen.getByRole('button', { name: /秒后可重新获取/ }).getAttribute('aria-disabled')).toBe('true')
})

test('sending it again is asking for the same again', async () => {
  await open()
  fakeBff.replies(ASK, aPendingMandate())
  press('获取验证码')
  expect(await screen.findByText('已经再发一次')).toBeTruthy()
  expect(fakeBff.received(ASK)[0]?.body).toEqual({
    scope: [
      { operation: 'book_visits', items: ['social'] },
      { operation: 'show_health_code', items: null },
    ],
    days: 3,
    evidence: 'phone_code',
    scan: null,
  })
})

test('nothing waits for a code: says so', async () => {
  fakeBff.replies(TASK, aTaskOfMine({ mandate: aMandate() }))
  renderAtDesk(<MandateCodePage />)
  expect(await screen.findByText(/^现在没有要填的验证码/)).toBeTruthy()
})
