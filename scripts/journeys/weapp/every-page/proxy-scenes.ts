import { everything } from '../../../../bff/test/mandates'
import { person, signInVerified } from '../../../../bff/test/people'
import { signInStaff } from '../../../../bff/test/staff'
import { openHall } from '../../support/visits'
import type { Stack } from '../../support/stack'
import { keptBy } from '../people'
import { actingOn, daughterOf, MOTHERS_TASK, seesStrip, SMALL_SCAN } from '../proxy'
import { clerk } from '../staff'
import type { Scene } from './open-pages'
import { draft, KEY, NOBODY, phoneWith, tokenIn } from './scenes'

const LOOK_UP = [{ operation: 'look_up_cases' as const, items: null }]

const REQUEST = draft('help-request', {
  ...{ who: 'self', person: '我本人', topic: 'other', words: '想换医保卡，腿脚不方便', way: 'home' },
  ...{ office: 'xiadong', officeName: '下东街道便民服务中心', address: '下东街道金星村 3 组 12 号' },
  ...{ date: '2026-11-24', part: 'morning', phone: '13800000003', key: KEY },
})
const ASKING = draft('ask-mandate', {
  ...{ member: KEY, person: '王*英（父亲或母亲）', operations: 'book_visits,look_up_cases,show_licences' },
  ...{ visits: 'household', licences: 'id_card,medical_insurance', days: '30' },
})

/** A task of the township that the demonstration's volunteer has. */
async function takenTask(stack: Stack, key = 'wangxiuying'): Promise<{ task: string; counter: string; volunteer: string }> {
  const { token: counter } = await signInStaff(stack, 'township-clerk')
  const { token: volunteer } = await signInStaff(stack, 'volunteer')
  const { name, residentId, phone } = person(key)
  const body = { person: { name, residentId }, request: { ...MOTHERS_TASK, phone, member: null } }
  const { id: task } = await stack.call('POST /v1/staff/tasks', { token: counter, body })
  await stack.call('POST /v1/staff/tasks/:id/accept', { token: volunteer, params: { id: task } })
  return { task, counter, volunteer }
}

/** The same with a mandate that the clerk has witnessed, under which the volunteer has looked and tried what may not be. */
export async function inHand(stack: Stack): Promise<{ task: string; mandate: string; volunteer: string }> {
  const { task, counter, volunteer } = await takenTask(stack)
  const scope = everything(stack).map(({ operation, items }) => ({ operation, items: items && [...items] }))
  const terms = { scope, days: 7, evidence: 'witnessed' as const, scan: SMALL_SCAN }
  const asked = { token: counter, params: { id: task }, body: terms }
  const { id: mandate } = await stack.call('POST /v1/staff/tasks/:id/mandates', asked)
  await stack.call('GET /v1/cases', { token: volunteer, mandate })
  await stack.refused('GET /v1/family', { token: volunteer, mandate })
  return { task, mandate, volunteer }
}

/** Everything about help and mandates, on the phones of the daughter who asks and of the mother who is asked. */
export const proxy: Scene = async (stack) => {
  const { storage } = await daughterOf(stack)
  const token = tokenIn(storage)
  const mother = keptBy(await signInVerified(stack, 'wangxiuying'))
  const { members } = await stack.call('GET /v1/family', { token })
  const member = members[0]?.id ?? ''
  const { id: request } = await stack.call('POST /v1/help-requests', { token, body: { ...MOTHERS_TASK, member } })
  const { id } = await stack.call('POST /v1/mandates', { token, body: { member, scope: LOOK_UP, days: 7 } })
  const { mandate } = await inHand(stack)
  return [
    { phone: phoneWith(NOBODY), only: /start|who|mandates|requests/ },
    { phone: phoneWith(storage), query: `id=${id}&of=held` },
    { phone: phoneWith(mother), query: `id=${id}`, only: /mandate|end/ },
    { phone: phoneWith(mother), query: `id=${mandate}`, only: /mandate|end|slip/ },
    { phone: phoneWith(storage), query: `id=${request}`, only: /\/(asked|request|take-back)\// },
    { phone: phoneWith(storage, REQUEST, ASKING, actingOn(mandate)), only: /check|acting/, also: seesStrip },
    { phone: phoneWith(storage, REQUEST, ASKING), only: /check/ },
  ]
}

/** The desk of the proxy service, as everybody who works there sees it. */
export const volunteer: Scene = async (stack) => {
  const { task, mandate } = await inHand(stack)
  const waiting = await waitingForCode(stack)
  const { token } = await signInStaff(stack, 'supervisor')
  const { items } = await stack.call('GET /v1/staff/volunteers', { token })
  const [own, counter, head] = [
    await clerk(stack, 'volunteer'),
    await clerk(stack, 'township-clerk'),
    await clerk(stack, 'supervisor'),
  ]
  return [own, counter, head].flatMap((phone) => [
    { phone, query: `id=${task}` },
    { phone, query: `id=${mandate}`, only: /\/(slip|acts|scan)\// },
    { phone, query: `id=${waiting}`, only: /\/(task|code|give-back)\// },
    { phone, query: `id=${items[0]?.id ?? ''}`, only: /pages\/volunteer\// },
  ])
}

/** Another task, whose person has been sent a code. */
async function waitingForCode(stack: Stack): Promise<string> {
  const { task, volunteer } = await takenTask(stack, 'chenjianguo')
  const body = { scope: LOOK_UP, days: 3, evidence: 'phone_code' as const, scan: null }
  await stack.call('POST /v1/staff/tasks/:id/mandates', { token: volunteer, params: { id: task }, body })
  return task
}

/** The pages on which a volunteer acts for her, with the strip above each. */
export const acting: Scene = async (stack) => {
  await openHall(stack)
  const { mandate, volunteer: token } = await inHand(stack)
  const { storage } = await clerk(stack, 'volunteer')
  const { items } = await stack.call('GET /v1/licences', { token, mandate })
  const licence = items[0]?.id ?? ''
  const query = `id=${licence}&licence=${licence}&fields=name&office=hall&itemGroup=household&of=my-cases`
  return [{ phone: phoneWith(storage, actingOn(mandate)), query, also: seesStrip }]
}
