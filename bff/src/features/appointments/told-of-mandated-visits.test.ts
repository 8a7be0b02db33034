import { formatVisitNumber } from '@one-visit/shared/appointments/rules'
import { familyHand, giveMandate, type Hand, volunteerHand } from '../../../test/mandates'
import { signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { openSlots, shrinkSlot, slotAt } from '../../../test/visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

/** Somebody who asks, for themselves or with a mandate. */
interface Asker {
  readonly token: string
  readonly mandate?: string
}

const book = (who: Asker, slotId: string) => server.call('POST /v1/appointments', { ...who, body: { slotId } })
const move = (who: Asker, id: string, slotId: string) =>
  server.call('POST /v1/appointments/:id/move', { ...who, params: { id }, body: { slotId } })
const mandateFor = async (key: string, to: Hand): Promise<Required<Asker>> => ({
  token: to.token,
  mandate: await giveMandate(server, key, { to, scope: [{ operation: 'book_visits', items: ['general'] }] }),
})

async function messages(token: string) {
  for (const job of ['acts-to-tell', 'outbox']) await server.runJob(job)
  return (await server.call('GET /v1/messages', { token, query: {} })).items
}
const titles = async (token: string) => (await messages(token)).map(({ title }) => title).sort()

test('the person is told once, by one message that says who did it and all that a notice of the visit says', async () => {
  const chen = await signInVerified(server, 'chenjianguo')
  const daughter = await familyHand(server)
  const by = await mandateFor('chenjianguo', daughter)
  const { id, number } = await book(by, (await slotAt(server, 0)).id)
  expect(await messages(chen.token)).toMatchObject([
    {
      kind: 'proxy',
      title: '李*红替陈*国预约办事',
      body: expect.stringMatching(
        `^11月21日 周六 上午9:02，李.红替陈.国预约办事：综合受理，11月23日 周一 上午9:00，茶陵县政务服务中心。预约号 ${formatVisitNumber(number)}，请带好证件。来不了请早点取消，或拨 [-\\d]+。不想再让他代办，点开结束委托，或拨 12345。$`,
      ),
    },
  ])
  const moved = await move(by, id, (await slotAt(server, 1)).id)
  const own = await book(chen, (await slotAt(server, 0, { itemGroup: 'household' })).id)
  expect(await titles(chen.token)).toEqual(['李*红替陈*国改预约时间', '李*红替陈*国预约办事', '预约成功'])
  expect([moved.bookedBy, own.bookedBy]).toEqual(['family', 'self'])
  expect(await messages(daughter.token)).toEqual([])
})

test('a place that was waited for and is taken for the person is told once, too', async () => {
  const [chen, wang] = [await signInVerified(server, 'chenjianguo'), await signInVerified(server, 'wangxiuying')]
  const by = await mandateFor('chenjianguo', await volunteerHand(server))
  const { id: slotId } = await slotAt(server, 0)
  await shrinkSlot(server, slotId, 1, 1)
  const { id } = await book(wang, slotId)
  const entry = await server.call('POST /v1/waiting-entries', { ...by, body: { slotId } })
  await server.call('POST /v1/appointments/:id/cancellation', { ...wang, params: { id } })
  await server.call('POST /v1/waiting-entries/:id/acceptance', { ...by, params: { id: entry.id } })
  expect(await titles(chen.token)).toEqual(['刘*强替陈*国排队等名额', '刘*强替陈*国接受留出的名额', '您等的时间有名额了'])
})
