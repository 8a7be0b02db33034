import { screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press } from '../../../../../test/hands'
import { actingNow, actingUnder, beginActing, endActing } from '../../../../platform/acting'
import { aMandate, anAcceptedTask, aTask, aTaskOfMine, renderAtDesk, TASK } from '../../testing/tasks'
import CancelTaskPage from '../cancel/index'
import GiveBackPage from '../give-back/index'
import ReturnPage from '../return/index'
import FinishPage from './index'

const FINISH = 'POST /v1/staff/tasks/:id/finish'
const RETURN = 'POST /v1/staff/tasks/:id/return'
const CANCEL = 'POST /v1/staff/tasks/:id/cancel'
const GIVE_BACK = 'POST /v1/staff/mandates/:id/give-back'

afterEach(endActing)

async function open(page: ReactNode, task = aTaskOfMine(), role: 'volunteer' | 'clerk' = 'volunteer'): Promise<void> {
  fakeBff.replies(TASK, task)
  renderAtDesk(page, { role })
  await screen.findByText('王*英')
}

test('finished with the outcome and the minutes; acting for the person ends with it', async () => {
  const mandate = aMandate()
  beginActing(actingUnder(mandate, 'volunteer'))
  await open(<FinishPage />, aTaskOfMine({ mandate }))
  fillIn('办得怎么样？', '约好了')
  fillIn('用了多少分钟？', '45')
  fakeBff.replies(FINISH, aTask({ status: 'done', mine: true }))
  press('办完了')
  expect(await screen.findByText('已记下，办完了')).toBeTruthy()
  expect(fakeBff.received(FINISH)[0]?.body).toEqual({ outcome: '约好了', minutes: 45 })
  expect(actingNow()).toBeNull()
})

test.each(['', '0', '601', '4.5'])('minutes "%s" are not taken, and nothing is lost', async (minutes) => {
  await open(<FinishPage />)
  fillIn('办得怎么样？', '约好了')
  fillIn('用了多少分钟？', minutes)
  press('办完了')
  expect(screen.getByRole('alert').textContent).toContain('请填写 1 到 600 的数')
  expect(fakeBff.received(FINISH)).toHaveLength(0)
  expect(screen.getByDisplayValue('约好了')).toBeTruthy()
})

test('given back with the reason', async () => {
  await open(<ReturnPage />)
  press('退回')
  expect(screen.getByRole('alert').textContent).toContain('请写明原因，至少两个字')
  fillIn('为什么退回？', '联系不上')
  fakeBff.isUnreachable(RETURN)
  press('退回')
  expect((await screen.findAllByText('现在没有网络')).length).toBeGreaterThan(0)
  fakeBff.replies(RETURN, aTask({ returned: '联系不上' }))
  press('退回')
  expect(await screen.findByText('已退回')).toBeTruthy()
  const sent = fakeBff.received(RETURN)
  expect(sent.at(-1)?.body).toEqual({ reason: '联系不上' })
  expect(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1)
})

test('the counter cancels with the reason; a volunteer may not', async () => {
  await open(<CancelTaskPage />, anAcceptedTask(), 'clerk')
  fillIn('为什么撤销？', '本人来电话说不用了')
  fakeBff.replies(CANCEL, aTask({ status: 'cancelled' }))
  press('撤销')
  expect(await screen.findByText('已撤销')).toBeTruthy()
})

test('cancelling is the counter’s', () => {
  renderAtDesk(<CancelTaskPage />)
  expect(screen.getByText('这一页由窗口人员使用。')).toBeTruthy()
})

test('somebody else changed it meanwhile: nothing can be sent', async () => {
  await open(<FinishPage />, aTask({ status: 'cancelled' })).catch(() => undefined)
  expect(await screen.findByText('这件事的状态已经变了，现在不能这样做。')).toBeTruthy()
})

test('a mandate is given back, and acting under it ends', async () => {
  const mandate = aMandate()
  beginActing(actingUnder(mandate, 'volunteer'))
  await open(<GiveBackPage />, aTaskOfMine({ mandate }))
  fakeBff.replies(GIVE_BACK, null as never)
  press('交回')
  expect(await screen.findByText('已交回')).toBeTruthy()
  await waitFor(() => {
    expect(actingNow()).toBeNull()
  })
})
