import { atShare } from '../race/random'
import { bookOrNext, codeOf, book, findSlot, type Wish } from './booking'
import { NEWEST_DAY } from './day-clock'
import type { Volunteer } from './helpers'
import { isElder, type Resident } from './residents'
import { anyWish, think } from './resident-journeys'
import type { WorkerSession } from './staff-journeys'
import { phoneOf, type Scene } from './world'

const VACCINE = 'flu-vaccine'

function clinicOf({ place, random }: Scene): string {
  const clinics = place.pack.offices.filter(({ windows }) => windows.some(({ itemGroup }) => itemGroup === VACCINE))
  return atShare(clinics, random() < 0.5 ? 0 : random())?.id ?? 'hall'
}

/** One of the crowd: looks at the newest day's times, and takes one, or the next best; whoever finds nothing waits for a place. */
export async function rushForVaccine(scene: Scene, who: Resident): Promise<void> {
  const phone = phoneOf(scene, who)
  const wish = { office: clinicOf(scene), itemGroup: VACCINE, date: NEWEST_DAY }
  const slotId = await findSlot(phone, wish, { random: scene.random, elder: isElder(who) })
  if (slotId === null) {
    await phone.ask('GET /v1/nearest-slots', { query: { ...wish } })
    return
  }
  const booked = await bookOrNext(phone, slotId, wish, { actor: who.id, elder: isElder(who) })
  if (booked) {
    await phone.ask('GET /v1/appointments/:id', { params: { id: booked.id } })
    return
  }
  const about = { kind: 'join', actor: who.id, slotId } as const
  await phone.ask('POST /v1/waiting-entries', { body: { slotId }, about })
}

/** A volunteer's errand for one of their elders: looks up the cases and books a visit, under the mandate. */
export async function runVolunteer(scene: Scene, volunteer: Volunteer, session: WorkerSession): Promise<void> {
  const { phone } = session
  const elder = atShare(volunteer.elders, scene.random())
  if (!elder) return
  const { mandate, resident } = elder
  await phone.ask('GET /v1/staff/tasks')
  await think(scene)
  await phone.ask('GET /v1/progress/id-card', { mandate })
  await think(scene)
  const wish: Wish & { date: string } = { ...anyWish(scene), date: NEWEST_DAY }
  const slotId = await findSlot(phone, wish, { random: scene.random, elder: true })
  if (slotId === null) return
  const answer = await book(phone, slotId, { actor: resident.id, mandate, elder: true })
  if (codeOf(answer) === null) await phone.ask('GET /v1/appointments', { mandate })
}
