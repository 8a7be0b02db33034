import { screen, within } from '@testing-library/react'
import { fakeBff } from '../../../../../test/fake-bff'
import { fillIn, press } from '../../../../../test/hands'
import { splitQueue } from '../../hooks/use-queue'
import { aBoard, aVisit, aWaitingVisit, SLOT_ID, VISIT_ID } from '../../testing/board'
import { renderForStaff } from '../../testing/staff'
import QueuePage from './index'

const VISITS = 'GET /v1/staff/visits'
const CALL = 'POST /v1/staff/calls'
const STATUS = 'POST /v1/staff/appointments/:id/status'
const called = (window: string) => aWaitingVisit({ calledAt: '2026-11-23T01:05:00.000Z', window })

async function open(items = [aWaitingVisit(), aWaitingVisit({ id: SLOT_ID, ticket: 'A002', name: '刘*' })]): Promise<void> {
  fakeBff.replies('GET /v1/staff/board', aBoard())
  fakeBff.replies(VISITS, { items })
  renderForStaff(<QueuePage />)
  await screen.findByText(/^等叫号的人，按先后/)
  press('户籍业务', 'radio')
}

test('whoever waits is listed in the order that the BFF gives', async () => {
  await open()
  const waiting = screen.getByRole('list', { name: '等叫号的人，按先后' })
  expect(
    within(waiting)
      .getAllByRole('link')
      .map(({ textContent }) => /A00\d/.exec(textContent)?.[0]),
  ).toEqual(['A001', 'A002'])
  press('车驾管业务', 'radio')
  expect(screen.getByText('没有人在等')).toBeTruthy()
})

test('the next person is called to my window, served and finished', async () => {
  await open()
  fillIn('我的窗口号', '')
  press('叫下一位')
  expect(screen.getByRole('alert').textContent).toContain('请填写您的窗口号')
  fillIn('我的窗口号', '3')
  fakeBff.replies(CALL, called('3'))
  fakeBff.replies(VISITS, { items: [called('3')] })
  press('叫下一位')
  expect(await screen.findByText('请 A001 到 3 号窗口')).toBeTruthy()
  expect(fakeBff.received(CALL)[0]?.body).toEqual({ office: 'hall', itemGroup: 'household', window: '3' })
  fakeBff.replies(STATUS, called('3'))
  press('再叫一次')
  await screen.findByRole('button', { name: '再叫一次' })
  fakeBff.replies(STATUS, { ...called('3'), status: 'serving' })
  fakeBff.replies(VISITS, { items: [{ ...called('3'), status: 'serving' }] })
  press('开始办理')
  expect(await screen.findByText('A001 正在办理')).toBeTruthy()
  fakeBff.replies(STATUS, { ...called('3'), status: 'done' })
  fakeBff.replies(VISITS, { items: [] })
  press('办完了')
  expect(await screen.findByText('还没有叫人')).toBeTruthy()
  expect(fakeBff.received(STATUS).map(({ body }) => body)).toEqual([
    { to: 'called', window: '3' },
    { to: 'serving', window: '3' },
    { to: 'done', window: '3' },
  ])
})

test('nobody waits: says what to do', async () => {
  await open([])
  fillIn('我的窗口号', '3')
  fakeBff.refuses(CALL, 'queue_empty')
  press('叫下一位')
  expect(await screen.findByText('有人签到后再叫号。')).toBeTruthy()
})

test('each call after a success is a new one', async () => {
  await open()
  fillIn('我的窗口号', '3')
  fakeBff.replies(CALL, called('3'))
  press('叫下一位')
  await screen.findByRole('button', { name: '叫下一位' })
  press('叫下一位')
  await screen.findByRole('button', { name: '叫下一位' })
  const keys = fakeBff.received(CALL).map(({ headers }) => headers['Idempotency-Key'])
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(2)
})

test('the queue as one window sees it', () => {
  const mine = called('3')
  const elsewhere = { ...called('5'), id: SLOT_ID }
  const waiting = aWaitingVisit({ id: `${VISIT_ID.slice(0, -1)}9` })
  expect(splitQueue([mine, elsewhere, waiting, aVisit()], '3')).toEqual({
    mine: [mine],
    elsewhere: [elsewhere],
    waiting: [waiting],
  })
})
