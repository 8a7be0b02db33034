import { setTimeout as pause } from 'node:timers/promises'
import type { AppointmentListDto } from '@one-visit/shared/appointments/contract'
import type { ItemListDto } from '@one-visit/shared/catalogue/contract'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import type { SignedInDto } from '@one-visit/shared/identity/contract'
import { randomUUID } from 'node:crypto'
import { racePerson } from '../race/people'
import { atShare } from '../race/random'
import { bodyOf, bookOrNext, findDay, findSlot, type Wish } from './booking'
import { NEWEST_DAY, TODAY } from './day-clock'
import type { Phone } from './phone'
import { isElder, type Resident } from './residents'
import type { Errand } from './schedule'
import { newPhone, phoneOf, type Scene } from './world'

/** Between two taps, in real milliseconds: shorter than people take, as the whole day is. */
const THINKS_MS = { least: 100, more: 600 }

const WORDS = ['身份证', '社保卡', 'shfz', '不动产', '护照', '医保报销', '营业执照', '高龄补贴', '驾驶证', 'hukou'] as const

export const think = ({ random }: Scene): Promise<void> => pause(THINKS_MS.least + random() * THINKS_MS.more)

/** An office and one of the things it does; not what the crowd wants. */
export function anyWish({ place, random }: Scene): Wish {
  const office = atShare(place.pack.offices, random() < 0.4 ? 0 : random())
  const windows = office?.windows.filter(({ itemGroup }) => !itemGroup.endsWith('vaccine')) ?? []
  return { office: office?.id ?? 'hall', itemGroup: atShare(windows, random())?.itemGroup ?? 'general' }
}

const JOURNEYS: Readonly<Record<Errand, (scene: Scene, who: Resident) => Promise<void>>> = {
  book: bookVisit,
  progress: (scene, who) => lookAt(scene, who, ['GET /v1/progress/id-card', 'GET /v1/progress/exit-entry', 'GET /v1/cases']),
  health_code: async (scene, who) => {
    const phone = await openApp(scene, who)
    const params = { person: 'self' }
    await phone.ask('GET /v1/health-codes/:person', { params })
    await think(scene)
    await phone.ask('POST /v1/health-codes/:person/token', { params })
  },
  licences: (scene, who) => lookAt(scene, who, ['GET /v1/licences', 'GET /v1/social-security/contributions']),
  browse,
  sign_in: signInOnNewPhone,
  my_visits: lookAtVisits,
}

/** One person with one errand. */
export function runErrand(scene: Scene, who: Resident, errand: Errand): Promise<void> {
  return JOURNEYS[errand](scene, who)
}

/** What the first page asks for. */
async function openApp(scene: Scene, who: Resident): Promise<Phone> {
  const phone = phoneOf(scene, who)
  await Promise.all(['GET /v1/county', 'GET /v1/session', 'GET /v1/status', 'GET /v1/messages'].map((one) => phone.ask(one)))
  await think(scene)
  return phone
}

async function lookAt(scene: Scene, who: Resident, endpoints: readonly string[]): Promise<void> {
  const phone = await openApp(scene, who)
  for (const endpoint of endpoints) {
    await phone.ask(endpoint)
    await think(scene)
  }
}

async function bookVisit(scene: Scene, who: Resident): Promise<void> {
  const { random } = scene
  const phone = await openApp(scene, who)
  await phone.ask('GET /v1/offices')
  const wish = anyWish(scene)
  const date = await findDay(phone, wish, { month: (random() < 0.5 ? TODAY : NEWEST_DAY).slice(0, 7), random })
  await think(scene)
  if (date === null) return
  const slotId = await findSlot(phone, { ...wish, date }, { random, elder: isElder(who) })
  await think(scene)
  if (slotId === null) return
  const booked = await bookOrNext(phone, slotId, { ...wish, date }, { actor: who.id, elder: isElder(who) })
  if (!booked) return
  await phone.ask('GET /v1/appointments/:id', { params: { id: booked.id } })
  await think(scene)
  if (random() < 0.12) await cancel(phone, who, booked.id)
  else if (random() < 0.08) await move(scene, phone, { who, id: booked.id, wish: { ...wish, date } })
}

async function cancel(phone: Phone, who: Resident, id: string): Promise<void> {
  const about = { kind: 'cancel', actor: who.id, target: id } as const
  await phone.ask('POST /v1/appointments/:id/cancellation', { params: { id }, about })
}

interface Move {
  readonly who: Resident
  readonly id: string
  readonly wish: Wish & { date: string }
}

async function move({ random }: Scene, phone: Phone, { who, id, wish }: Move): Promise<void> {
  const slotId = await findSlot(phone, wish, { random, elder: isElder(who) })
  if (slotId === null) return
  const about = { kind: 'move', actor: who.id, target: id, slotId } as const
  await phone.ask('POST /v1/appointments/:id/move', { params: { id }, body: { slotId }, about })
}

async function browse(scene: Scene, who: Resident): Promise<void> {
  const { random } = scene
  const phone = await openApp(scene, who)
  await phone.ask('GET /v1/often-used-items')
  for (let looks = 0; looks < 2; looks += 1) {
    const found = bodyOf(
      await phone.ask('GET /v1/item-search', { query: { q: atShare(WORDS, random()) ?? '' } }),
    ) as ItemListDto | null
    await think(scene)
    const item = atShare(found?.items ?? [], random())
    if (item) await phone.ask('GET /v1/items/:id', { params: { id: item.id } })
    await think(scene)
  }
  await phone.ask('GET /v1/zones')
}

/** A second phone: the code by SMS, then a slip in the own name, which the police system is asked about. */
async function signInOnNewPhone(scene: Scene, who: Resident): Promise<void> {
  const phone = newPhone(scene, who.number)
  const { phone: number, residentId } = racePerson(who.number)
  if (bodyOf(await phone.ask('POST /v1/sms-codes', { body: { phone: number } })) === null) return
  const code = (await scene.stack.lastSms(number))?.['code']
  await think(scene)
  const device = { id: randomUUID(), label: '微信 · 新手机' }
  const body = { phone: number, code, device, consent: PRIVACY_VERSION }
  const session = bodyOf(await phone.ask('POST /v1/sessions/sms', { body })) as SignedInDto | null
  if (!session) return
  phone.signIn(session.token)
  await phone.ask('GET /v1/session')
  await think(scene)
  await phone.ask('POST /v1/real-name', { body: { name: '张维', residentId } })
}

async function lookAtVisits(scene: Scene, who: Resident): Promise<void> {
  const phone = await openApp(scene, who)
  const visits = bodyOf(await phone.ask('GET /v1/appointments')) as AppointmentListDto | null
  await phone.ask('GET /v1/waiting-entries')
  await think(scene)
  const own = visits?.active.find(({ changeable }) => changeable)
  if (own && scene.random() < 0.3) await cancel(phone, who, own.id)
}
