import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { signInStaff, type StaffSession } from '../../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../../test/test-server'
import { countsOf, openSlots, residents, slotsOf } from '../../../../../test/visits'

export const MONDAY = '2026-11-23' as LocalDate
export const reason = '停电检修'

/** For the top of a test file: a county whose hall has times to book, and its clerk; a fresh one for each test. */
export function prepareClosing() {
  let server: TestServer
  let clerk: StaffSession
  beforeEach(async () => {
    server = await startTestServer()
    await openSlots(server)
    clerk = await signInStaff(server)
  })
  afterEach(() => server.close())

  /** What the clerk sends to close Monday. */
  const closure = (more: object = {}) => ({ token: clerk.token, body: { office: 'hall', date: MONDAY, reason, ...more } })
  const book = (token: string | undefined, slotId: string) =>
    server.call('POST /v1/appointments', { token: token ?? '', body: { slotId } })

  /** Books people into the first slots of the day, three into each; every fourth of them is elderly. */
  async function bookAll(people: readonly { readonly token: string }[]): Promise<{ token: string; id: string }[]> {
    const slots = await slotsOf(server)
    const booked: { token: string; id: string }[] = []
    for (const [index, { token }] of people.entries()) {
      const slot = slots[Math.floor(index / 3)]
      booked.push({ token, id: (await book(token, slot?.id ?? '')).id })
    }
    return booked
  }

  async function expectTrueCounts(): Promise<void> {
    const slots = await server.database.read.sql<{ id: string }[]>`
      SELECT id FROM appointment_slots WHERE item_group = 'general' AND (booked > 0 OR held > 0 OR state = 'closed')`
    for (const { id } of slots) {
      const counts = await countsOf(server, id)
      expect(counts.said).toEqual(counts.true)
    }
  }

  return {
    get server() {
      return server
    },
    get clerk() {
      return clerk
    },
    closure,
    close: (more?: object) => server.call('POST /v1/staff/day-closures', closure(more)),
    book,
    bookAll,
    bookMany: async (count: number) => bookAll(await residents(server, count)),
    waitingOf: async (token: string) => (await server.call('GET /v1/waiting-entries', { token })).items,
    expectTrueCounts,
  }
}
