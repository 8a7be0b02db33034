import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { press, wentTo } from '../../../../test/hands'
import { fakeBff } from '../../../../test/fake-bff'
import { VOLUNTEER_PAGES } from '../volunteer-pages'
import AskPage from '../pages/ask/index'
import CancelPage from '../pages/cancel/index'
import CodePage from '../pages/code/index'
import FinishPage from '../pages/finish/index'
import GiveBackPage from '../pages/give-back/index'
import ReturnPage from '../pages/return/index'
import ActsPage from '../pages/acts/index'
import SlipPage from '../pages/slip/index'
import TaskPage from '../pages/task/index'
import { renderAtDesk, TASK, TASK_ID } from '../testing/tasks'

const OF_TASK: readonly [string, ReactNode, 'volunteer' | 'clerk'][] = [
  ['task', <TaskPage />, 'volunteer'],
  ['ask', <AskPage />, 'clerk'],
  ['code', <CodePage />, 'volunteer'],
  ['finish', <FinishPage />, 'volunteer'],
  ['return', <ReturnPage />, 'volunteer'],
  ['give-back', <GiveBackPage />, 'volunteer'],
  ['cancel', <CancelPage />, 'clerk'],
]
const OF_MANDATE: readonly [string, ReactNode, 'volunteer' | 'clerk'][] = [
  ['slip', <SlipPage />, 'clerk'],
  ['acts', <ActsPage />, 'volunteer'],
]

describe.each([
  ['without an id', undefined],
  ['with an empty id', ''],
])('a link that was cut, %s', (_, id) => {
  test.each(OF_TASK)('%s: there is no such task, and the way to all of them', (_page, page, role) => {
    renderAtDesk(page, { role, query: { id } })
    expect(screen.getByText('没有找到这件求助')).toBeTruthy()
    press('看全部求助')
    expect(wentTo()).toBe(VOLUNTEER_PAGES.tasks)
    // The address of no task at all is that of their list.
    expect(fakeBff.received('GET /v1/staff/tasks')).toEqual([])
    expect(fakeBff.received(TASK)).toEqual([])
  })

  test.each(OF_MANDATE)('%s: there is no such mandate, and the way to the tasks', (_page, page, role) => {
    renderAtDesk(page, { role, query: { id } })
    expect(screen.getByText('没有找到这份委托')).toBeTruthy()
    press('看全部求助')
    expect(wentTo()).toBe(VOLUNTEER_PAGES.tasks)
  })
})

test.each(OF_TASK)('%s: a task that is no more leads to the others', async (_page, page, role) => {
  fakeBff.refuses(TASK, 'not_found')
  renderAtDesk(page, { role, query: { id: TASK_ID } })
  expect(await screen.findByText('没有找到这件求助')).toBeTruthy()
  press('看全部求助')
  expect(wentTo()).toBe(VOLUNTEER_PAGES.tasks)
})
