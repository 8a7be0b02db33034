import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { person, signInVerified } from './people'
import { signInStaff } from './staff'
import type { TestServer } from './test-server'
import { openSlots, shrinkSlot, slotAt } from './visits'

const MONDAY = '2026-11-23' as LocalDate
const TODAY = '2026-11-21' as LocalDate
const WALK_IN = { itemGroup: 'household', date: TODAY }

/** What residents do with visits, each once: book, move, cancel, wait, leave the line, take what was offered. */
export async function residentsVisit(server: TestServer): Promise<void> {
  await openSlots(server)
  const [first, second] = [await slotAt(server, 0), await slotAt(server, 1)]
  await shrinkSlot(server, second.id, 1)
  const { token } = await signInVerified(server, 'chenjianguo')
  const { id } = await server.call('POST /v1/appointments', { token, body: { slotId: first.id } })
  const moved = await server.call('POST /v1/appointments/:id/move', { token, params: { id }, body: { slotId: second.id } })
  const other = await signInVerified(server, 'wangxiuying')
  const wait = () => server.call('POST /v1/waiting-entries', { token: other.token, body: { slotId: second.id } })
  await server.call('DELETE /v1/waiting-entries/:id', { token: other.token, params: { id: (await wait()).id } })
  const entry = await wait()
  await server.call('POST /v1/appointments/:id/cancellation', { token, params: { id: moved.id } })
  await server.call('POST /v1/waiting-entries/:id/acceptance', { token: other.token, params: { id: entry.id } })
}

/** What the counters do with them, each once. */
export async function staffServe(server: TestServer): Promise<void> {
  const { token } = await signInStaff(server)
  const range = { office: 'hall', itemGroup: 'general', date: MONDAY, from: '10:00', to: '11:00', reason: '试一试' }
  await server.call('POST /v1/staff/capacity-changes', { token, body: { ...range, windows: 3, peoplePerWindow: 2 } })
  await server.call('POST /v1/staff/slot-pauses', { token, body: { ...range, from: '16:00', to: '17:00', paused: true } })
  const { name, residentId, phone } = person('liuzhiqiang')
  const enter = (slotId: string, channel: 'phone' | 'walk_in') =>
    server.call('POST /v1/staff/appointments', { token, body: { slotId, channel, name, residentId, phone } })
  const entered = await enter((await slotAt(server, 4)).id, 'phone')
  const moved = await server.call('POST /v1/staff/appointments/:id/move', {
    token,
    params: { id: entered.id },
    body: { slotId: (await slotAt(server, 5)).id, reason: '窗口故障' },
  })
  const cancel = { token, params: { id: moved.id }, body: { reason: '本人来电' } }
  await server.call('POST /v1/staff/appointments/:id/cancellation', cancel)
  const walkIn = await enter((await slotAt(server, 1, WALK_IN)).id, 'walk_in')
  await server.call('POST /v1/staff/calls', { token, body: { office: 'hall', itemGroup: 'household', window: '2' } })
  const serving = { token, params: { id: walkIn.id }, body: { to: 'serving' as const, window: null } }
  await server.call('POST /v1/staff/appointments/:id/status', serving)
  await server.call('POST /v1/staff/visit-lists', { token, body: { office: 'hall', date: TODAY, reason: '打印名单' } })
  await server.call('POST /v1/staff/day-closures', { token, body: { office: 'hall', date: MONDAY, reason: '停电' } })
}
