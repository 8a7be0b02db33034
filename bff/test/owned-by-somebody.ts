import { daughterAsks, witnessed } from '../src/features/proxy/mandates/testing/mandate-calls'
import { apply } from '../src/features/cross-province/testing/application-calls'
import { askForHelp } from '../src/features/proxy/tasks/testing/task-calls'
import { licenceOf, show, signInToShow } from './licences'
import { signInVerified } from './people'
import { signInStaff } from './staff'
import type { TestServer } from './test-server'
import { openSlots, shrinkSlot, slotAt } from './visits'

/** Where each path of the contract with an id finds one, and who works where it belongs. */
export interface Owned {
  /** By the path up to the id: `/v1/appointments`. */
  readonly ids: Readonly<Record<string, string>>
  /** A slot with room, for bodies that name one. */
  readonly slotId: string
}

/** 王秀英 and her daughter have one of everything; her task and its mandate belong to the first township, the visit to the hall. */
export async function oneOfEverything(server: TestServer): Promise<Owned> {
  await openSlots(server)
  const [first, full, free] = [
    await slotAt(server, 0),
    await slotAt(server, 1, { itemGroup: 'household' }),
    await slotAt(server, 3),
  ]
  const { mother, daughter, member, mandate } = await daughterAsks(server)
  const visit = await server.call('POST /v1/appointments', { token: mother, body: { slotId: first.id } })
  await shrinkSlot(server, full.id, 1)
  const { token: other } = await signInVerified(server, 'chenjianguo')
  await server.call('POST /v1/appointments', { token: other, body: { slotId: full.id } })
  const waiting = await server.call('POST /v1/waiting-entries', { token: mother, body: { slotId: full.id } })
  server.clock.advance(60_000)
  const shower = await signInToShow(server, 'wangxiuying')
  const licence = await licenceOf(server, shower, 'id_card')
  const presentation = await show(server, shower)
  const lookUp = { by: 'id_last_four', caseNumber: '430224-2026-000301', lastFour: '0023' } as const
  const { followProof } = await server.call('POST /v1/case-look-ups', { token: shower, body: lookUp })
  const follow = await server.call('POST /v1/follows', { token: shower, body: { proof: followProof ?? '' } })
  const application = await apply(server, { token: mother })
  const help = await askForHelp(server, daughter)
  const counter = await witnessed(server)
  await server.runJob('outbox')
  const [message] = (await server.call('GET /v1/messages', { token: mother, query: {} })).items
  const [session] = (await server.call('GET /v1/sessions', { token: mother })).items
  const { token: supervisor } = await signInStaff(server, 'supervisor')
  const [volunteer] = (await server.call('GET /v1/staff/volunteers', { token: supervisor })).items
  return {
    slotId: free.id,
    ids: {
      '/v1/appointments': visit.id,
      '/v1/waiting-entries': waiting.id,
      '/v1/family': member,
      '/v1/health-codes': member,
      '/v1/sessions': session?.id ?? '',
      '/v1/licences': licence.id,
      '/v1/presentations': presentation.id,
      '/v1/messages': message?.id ?? '',
      '/v1/follows': follow.id,
      '/v1/mandates': mandate.id,
      '/v1/help-requests': help.id,
      '/v1/cross-province-applications': application.id,
      '/v1/staff/appointments': visit.id,
      '/v1/staff/volunteers': volunteer?.id ?? '',
      '/v1/staff/tasks': counter.task.id,
      '/v1/staff/mandates': counter.mandate.id,
    },
  }
}
