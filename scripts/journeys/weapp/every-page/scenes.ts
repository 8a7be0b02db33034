import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { person, signInBySms, signInVerified } from '../../../../bff/test/people'
import { licenceOf } from '../../../../bff/test/licences'
import { END_OF_KNOWN_YEAR, bookAs, fillSlot, hallSlot, openHall, somebodyElse } from '../../support/visits'
import type { Stack } from '../../support/stack'
import { CASE } from '../look-up'
import { holder } from '../licences'
import { keptBy, verified, visitor } from '../people'
import { clerk } from '../staff'
import type { Round, Scene } from './open-pages'

export type Storage = NonNullable<Round['phone']['storage']>

export const queryOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map((pair) => pair.join('='))
    .join('&')

/** Of whoever is signed in on the phone. */
export const tokenIn = (storage: Storage | undefined): string => (storage?.['one-visit:session'] as { token: string }).token

/** Of the answers that are on the phones of these pages. */
export const KEY = '019a0000-0000-7000-8000-0000000000d1'

/** Answers on the phone, never too old. */
export const draft = (of: string, values: Readonly<Record<string, string>>): Storage => ({
  [`one-visit:draft:${of}`]: { at: END_OF_KNOWN_YEAR, values },
})

export const phoneWith = (storage: Storage | undefined, ...more: readonly Storage[]): Round['phone'] => ({
  hasConsented: true,
  storage: Object.assign({}, storage, ...more) as Storage,
})

export const NOBODY = visitor('chenjianguo').storage
const PHONE = { phone: '13800000009', sentTo: '13800000009', againAt: '' }

interface Resident {
  readonly storage: Storage
  readonly token: string
  readonly follow: string
}

/** Somebody who follows a case that has just changed, which a message says. */
async function follower(stack: Stack): Promise<Resident> {
  const session = await signInVerified(stack, 'chenjianguo')
  const { token } = session
  const { items } = await stack.call('GET /v1/cases', { token })
  const proof = items.find(({ caseNumber }) => caseNumber === CASE.number)?.followProof ?? ''
  const { id: follow } = await stack.call('POST /v1/follows', { token, body: { proof } })
  await stack.advanceCase(CASE.number)
  return { storage: keptBy(session), token, follow }
}

export const main: Scene = async (stack) => {
  const { storage } = await follower(stack)
  const { storage: staff } = await clerk(stack)
  return [
    { phone: { hasConsented: false, storage: {} }, only: /home/ },
    { phone: phoneWith(NOBODY, draft('sign-in', PHONE)) },
    { phone: phoneWith(storage), only: /home|services|messages|me\// },
    { phone: phoneWith(staff), only: /acting-ended/ },
  ]
}

export const identity: Scene = async (stack) => {
  const { storage } = await verified(stack, 'chenjianguo')
  const newcomer = keptBy(await signInBySms(stack, person('liuzhiqiang').phone))
  return [
    { phone: phoneWith(NOBODY), only: /provincial|privacy|step-up|account-deleted|about|text-size/ },
    { phone: phoneWith(storage) },
    { phone: phoneWith(newcomer, draft('bind-phone', PHONE)), only: /real-name|bind-phone/ },
  ]
}

export const progress: Scene = async (stack) => {
  const { storage, follow } = await follower(stack)
  const found = await stack.call('POST /v1/case-look-ups', {
    body: { by: 'password', caseNumber: CASE.number, password: CASE.password },
  })
  const copy = { [`one-visit:copy:["looked-up-case","${CASE.number}"]`]: { at: END_OF_KNOWN_YEAR, data: found } }
  const number = draft('case-look-up', { caseNumber: CASE.number })
  return [
    { phone: phoneWith(NOBODY, number), only: /start|case-/ },
    { phone: phoneWith(storage, number, copy), query: `id=${follow}&number=${CASE.number}&of=my-cases` },
  ]
}

const PLACE = { office: 'hall', itemGroup: 'general', date: '2026-11-24' } as const

export const appointments: Scene = async (stack) => {
  await openHall(stack)
  const { storage } = await verified(stack, 'chenjianguo')
  const token = tokenIn(storage)
  const at = (startsAt: string) => hallSlot(stack, PLACE, startsAt)
  const [nine, ten, full] = [await at('09:00'), await at('10:00'), await at('14:00')]
  const { visit } = await bookAs(stack, { id: '', token }, ten.id)
  const [other] = await fillSlot(stack, full.id)
  if (!other) throw new Error('nobody has taken the place')
  const elsewhere = await hallSlot(stack, { ...PLACE, itemGroup: 'household' }, '14:00')
  await fillSlot(stack, elsewhere.id)
  const { id: entry } = await stack.call('POST /v1/waiting-entries', { token, body: { slotId: elsewhere.id } })
  const chosen = { ...PLACE, slotId: nine.id, startsAt: nine.startsAt, endsAt: nine.endsAt, key: KEY }
  const answers = [draft('booking', { ...chosen, who: 'self' }), draft('move', { ...chosen, visit: visit.id })]
  const slot = { ...PLACE, slotId: full.id, startsAt: full.startsAt, endsAt: full.endsAt }
  return [
    { phone: phoneWith(NOBODY) },
    { phone: phoneWith(storage, ...answers), query: queryOf({ id: visit.id, ...slot }) },
    { phone: phoneWith(storage), query: `id=${entry}`, only: /waiting/ },
  ]
}

/** Everybody may read it: an item with everything, the one with the most papers, a zone and a department with many; cut links, too. */
export const catalogue: Scene = async (stack) => {
  await openHall(stack)
  const phone = phoneWith(NOBODY)
  const words = { q: encodeURIComponent('身份证'), name: encodeURIComponent('公安') }
  return [
    { phone, query: queryOf({ id: 'pension-verify', office: 'hall', ...words }) },
    { phone, query: queryOf({ id: 'hospital-bill-claim-injury' }), only: /\/item\// },
    { phone, query: queryOf({ id: 'rural' }), only: /\/zone\// },
    { phone, query: queryOf({ office: 'hall' }), only: /\/places?\// },
    { phone },
  ]
}

/** Of a family: a child who is shown, an adult who is asked. */
async function family(stack: Stack): Promise<readonly (Round & { readonly person: string })[]> {
  await signInVerified(stack, 'wangxiuying')
  const { storage, ...phone } = await holder(stack, 'chenjianguo')
  const token = tokenIn(storage)
  const rounds: (Round & { person: string })[] = []
  for (const [key, relation] of [
    ['zhangwei', 'child'],
    ['wangxiuying', 'other'],
  ] as const) {
    const { name, residentId } = person(key)
    const { id } = await stack.call('POST /v1/family', { token, body: { name, residentId, relation } })
    rounds.push({ phone: { ...phone, storage }, query: `id=${id}&relation=${relation}&person=${id}`, person: id })
  }
  return rounds
}

export const healthCode: Scene = async (stack) => [
  { phone: phoneWith(NOBODY) },
  ...(await family(stack)),
  { phone: await verified(stack, 'lixiaohong') },
]

export const ownFamily: Scene = async (stack) => {
  const asker = await signInVerified(stack, 'lixiaohong')
  const rounds = await family(stack)
  const { name, residentId } = person('chenjianguo')
  await stack.call('POST /v1/family', { token: asker.token, body: { name, residentId, relation: 'other' } })
  return rounds
}

export const licences: Scene = async (stack) => {
  const phone = await holder(stack, 'chenjianguo')
  const token = tokenIn(phone.storage)
  const { id, fields } = await licenceOf(stack, token, 'driving_licence')
  const all = fields.map(({ key }) => key).join(',')
  return [
    { phone: phoneWith(NOBODY) },
    { phone, query: `id=${id}&licence=${id}&fields=${all}` },
    { phone, query: `licence=${id}&fields=name&way=offline`, only: /show/ },
  ]
}

/** The hall on a morning on which somebody comes. */
export const staff: Scene = async (stack) => {
  await openHall(stack)
  const day = { itemGroup: 'household', date: localDateAt(stack.clock.now()) }
  const slot = await hallSlot(stack, day, '09:00')
  for (let people = 0; people < 4; people += 1) await bookAs(stack, await somebodyElse(stack), slot.id)
  const { visit } = await bookAs(stack, await somebodyElse(stack), slot.id)
  const query = queryOf({
    ...{ office: 'hall', date: day.date, group: day.itemGroup, slot: slot.id, visit: visit.id, from: '09:00', to: '09:20' },
    hour: '09',
  })
  return [
    { phone: phoneWith(NOBODY), only: /sign-in|home/ },
    { phone: await clerk(stack, 'admin'), query },
    { phone: await clerk(stack, 'clerk'), query },
  ]
}
