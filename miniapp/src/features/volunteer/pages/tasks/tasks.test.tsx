import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { press, wentTo } from '../../../../../test/hands'
import { aTask, aTaskOfMine, anAcceptedTask, OTHER_ID, renderAtDesk, TASK_ID } from '../../testing/tasks'
import TasksPage from './index'

const TASKS = 'GET /v1/staff/tasks'
const titles = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent)

test('a volunteer sees the own tasks and the open ones, with the promised day first in words', async () => {
  fakeBff.replies(TASKS, { items: [aTask({ id: OTHER_ID }), aTaskOfMine()] })
  renderAtDesk(<TasksPage />)
  await screen.findByText('等人接的')
  expect(titles('等人接的')[0]).toMatch(/答应11月26日 周四前办好\s*希望11月24日 周二 上午 · 上门/)
  expect(titles('我在办的')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: '替来人、来电的人登记' })).toBeNull()
  press(/志愿者正在办/, 'link')
  expect(wentTo()).toBe(`/features/volunteer/pages/task/index?id=${TASK_ID}`)
})

test('the order is that of the BFF, and what is late says so in a word and a sign', async () => {
  fakeBff.replies(TASKS, { items: [aTask({ overdue: true, person: '刘*' }), aTask({ id: OTHER_ID })] })
  renderAtDesk(<TasksPage />)
  await screen.findByText('已超期')
  expect(titles('等人接的')[0]).toMatch(/刘\*.*✕已超期/)
  expect(titles('等人接的')[1]).toMatch(/王\*英.*▲等志愿者接单/)
})

test('nothing is counted, and nobody is ranked', async () => {
  fakeBff.replies(TASKS, { items: [aTask(), aTaskOfMine({ id: OTHER_ID })] })
  renderAtDesk(<TasksPage />)
  await screen.findByText('我在办的')
  expect(screen.getByRole('main').textContent).not.toMatch(/积分|排名|共 ?\d|\d+ ?件/)
})

test('the counter sees all of the office and opens one for somebody; closed ones are asked for', async () => {
  fakeBff.replies(TASKS, { items: [anAcceptedTask()] })
  renderAtDesk(<TasksPage />, { role: 'clerk' })
  expect(await screen.findByText('志愿者在办的')).toBeTruthy()
  press('替来人、来电的人登记')
  expect(wentTo()).toBe('/features/volunteer/pages/open/index')
  fakeBff.replies(TASKS, { items: [aTask({ status: 'done', outcome: '约好了' })] })
  press('已结束的', 'radio')
  expect(await screen.findByText('已办完')).toBeTruthy()
  expect(fakeBff.received(TASKS).at(-1)?.endpoint).toContain('closed=yes')
})

test('nothing to do: says so', async () => {
  fakeBff.replies(TASKS, { items: [] })
  renderAtDesk(<TasksPage />)
  expect(await screen.findByText('现在没有')).toBeTruthy()
})

test('no network: says so and tries again', async () => {
  fakeBff.isUnreachable(TASKS)
  renderAtDesk(<TasksPage />)
  expect((await screen.findAllByText('现在没有网络')).length).toBeGreaterThan(0)
  fakeBff.replies(TASKS, { items: [aTask()] })
  press('再试一次')
  expect(await screen.findByText('等人接的')).toBeTruthy()
})

test('it is nothing for administrators', () => {
  renderAtDesk(<TasksPage />, { role: 'administrator' })
  expect(screen.getByText('这一页由志愿者和窗口人员使用。')).toBeTruthy()
  expect(fakeBff.received(TASKS)).toHaveLength(0)
})
