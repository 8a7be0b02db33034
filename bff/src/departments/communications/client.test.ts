import { type DepartmentDesk, openDesk } from '../testing/department-desk'
import { someone, STRANGER } from '../testing/people'
import { type CommunicationsClient, createCommunicationsClient } from './client'

const HOUR_MS = 3_600_000
let desk: DepartmentDesk
let communications: CommunicationsClient
beforeEach(() => reopen())
afterEach(() => desk.close())

async function reopen(...policy: Parameters<typeof openDesk>): Promise<void> {
  desk = await openDesk(...policy)
  communications = createCommunicationsClient(desk)
}

const LIU = someone('liuzhiqiang')

it('has the places of the travel card, those at risk marked', async () => {
  expect(await communications.travelCard(LIU)).toEqual({
    value: {
      places: [
        { name: '湖南省株洲市', atRisk: false },
        { name: '广东省深圳市', atRisk: true },
      ],
    },
    asOf: desk.clock.now(),
    stale: false,
  })
})

it.each([
  ['a child whose phone is in a parent’s name', someone('zhangwei')],
  ['somebody unknown', STRANGER],
])('%s has no card', async (_, person) => {
  expect((await communications.travelCard(person)).value).toBeNull()
})

it('shows the last copy for 24 hours when the authority is down, and to its owner only', async () => {
  await communications.travelCard(LIU)
  desk.fakes.setFault('communications', { mode: 'refuse' })
  desk.clock.advance(24 * HOUR_MS - 1)
  expect(await communications.travelCard(LIU)).toMatchObject({ stale: true })
  await expect(communications.travelCard(STRANGER)).rejects.toMatchObject({ code: 'department_unavailable' })
  desk.clock.advance(1)
  await expect(communications.travelCard(LIU)).rejects.toMatchObject({ code: 'department_unavailable' })
})

it('a reply that does not fit is no answer', async () => {
  desk.fakes.setFault('communications', { mode: 'wrong_shape' })
  await expect(communications.travelCard(LIU)).rejects.toMatchObject({ code: 'department_invalid_reply' })
})

it('does not wait longer than its policy says', async () => {
  await desk.close()
  await reopen({ deadlineMs: 50, retries: 0 })
  desk.fakes.setFault('communications', { mode: 'hang' })
  await expect(communications.travelCard(LIU)).rejects.toMatchObject({ code: 'department_timeout' })
})
