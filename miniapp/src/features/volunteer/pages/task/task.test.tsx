import { screen, waitFor } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { taroState } from '../../../../../test/taro'
import { actingNow, endActing } from '../../../../platform/acting'
import {
  aMandate,
  anAcceptedTask,
  aPendingMandate,
  aTask,
  aTaskOfMine,
  MANDATE_ID,
  renderAtDesk,
  TASK,
  TASK_ID,
} from '../../testing/tasks'
import TaskPage from './index'

const ACCEPT = 'POST /v1/staff/tasks/:id/accept'

afterEach(endActing)

async function open(task = aTaskOfMine(), role: 'volunteer' | 'clerk' = 'volunteer'): Promise<void> {
  fakeBff.replies(TASK, task)
  renderAtDesk(<TaskPage />, { role })
  await screen.findByText('1124 4829 05')
}

test('an open task is taken with one tap, and then shows whom to ring up', async () => {
  await open(aTask())
  expect(screen.queryByText('怎么联系')).toBeNull()
  fakeBff.replies(ACCEPT, aTaskOfMine())
  fakeBff.replies(TASK, aTaskOfMine())
  press('我来办')
  expect(await screen.findByText('怎么联系')).toBeTruthy()
  press('给本人打电话')
  expect(taroState.calls).toEqual(['13800000001'])
})

test('somebody was quicker: says so', async () => {
  await open(aTask())
  fakeBff.refuses(ACCEPT, 'status_changed')
  press('我来办')
  expect(await screen.findByText('状态已经变了')).toBeTruthy()
})

test('name and phone are masked until tapped; the address shows where to go', async () => {
  await open()
  expect(screen.getByText('下东街 3 号')).toBeTruthy()
  expect(screen.queryByText('王秀英')).toBeNull()
  expect(screen.getByText('138****0001')).toBeTruthy()
  press('显示姓名')
  expect(screen.getByText('王秀英')).toBeTruthy()
})

test('without a mandate the way leads to asking for one', async () => {
  await open()
  press('请本人委托')
  expect(wentTo()).toBe(`/features/volunteer/pages/ask/index?id=${TASK_ID}`)
})

test('while it waits, the way leads to the code', async () => {
  await open(aTaskOfMine({ mandate: aPendingMandate() }))
  expect(screen.getByText('等本人同意')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '开始代办' })).toBeNull()
  press('填写验证码')
  expect(wentTo()).toBe(`/features/volunteer/pages/code/index?id=${TASK_ID}`)
})

test('with a mandate that holds, acting begins with the staff session behind it', async () => {
  await open(aTaskOfMine({ mandate: aMandate() }))
  expect(screen.getByText('预约、改约、取消到场办事：社保业务')).toBeTruthy()
  press('开始代办')
  await waitFor(() => {
    expect(wentTo()).toBe('/features/proxy/pages/acting/index')
  })
  expect(actingNow()).toEqual({
    mandate: MANDATE_ID,
    person: '王*英',
    by: 'volunteer',
    operations: ['book_visits', 'show_health_code'],
    itemGroups: ['social'],
  })
})

test.each([
  ['看和打印委托单', `slip/index?id=${MANDATE_ID}`],
  ['看代办记录', `acts/index?id=${MANDATE_ID}`],
  ['交回委托', `give-back/index?id=${TASK_ID}`],
  ['办完了', `finish/index?id=${TASK_ID}`],
  ['办不了，退回', `return/index?id=${TASK_ID}`],
])('%s is a tap away', async (door, page) => {
  await open(aTaskOfMine({ mandate: aMandate() }))
  press(door, 'link')
  expect(wentTo()).toBe(`/features/volunteer/pages/${page}`)
})

test('the counter witnesses, but neither takes nor acts', async () => {
  await open(anAcceptedTask(), 'clerk')
  press('当面办委托')
  expect(wentTo()).toBe(`/features/volunteer/pages/ask/index?id=${TASK_ID}`)
  press('撤销这件求助', 'link')
  expect(wentTo()).toBe(`/features/volunteer/pages/cancel/index?id=${TASK_ID}`)
})

test('the counter enters the code that the person reads out, or asks in another way', async () => {
  await open(anAcceptedTask({ mandate: aPendingMandate() }), 'clerk')
  press('填写验证码')
  expect(wentTo()).toBe(`/features/volunteer/pages/code/index?id=${TASK_ID}`)
  press('改内容，或换一种方式')
  expect(wentTo()).toBe(`/features/volunteer/pages/ask/index?id=${TASK_ID}`)
})

test('the counter cannot act under a mandate, nor give it back', async () => {
  await open(anAcceptedTask({ mandate: aMandate() }), 'clerk')
  expect(screen.getByRole('link', { name: '看代办记录' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '开始代办' })).toBeNull()
  expect(screen.queryByRole('link', { name: '交回委托' })).toBeNull()
})

test('one that is done can only be looked at', async () => {
  await open(aTask({ status: 'done', mine: true, outcome: '约好了周五' }))
  expect(screen.getByText('约好了周五')).toBeTruthy()
  expect(screen.queryByRole('link', { name: '办完了' })).toBeNull()
})

test('gone, or somebody else has it: leads back to the list', async () => {
  fakeBff.refuses(TASK, 'not_found')
  renderAtDesk(<TaskPage />)
  expect(await screen.findByText('没有找到这件求助')).toBeTruthy()
  press('看全部求助')
  expect(wentTo()).toBe('/features/volunteer/pages/tasks/index')
})
