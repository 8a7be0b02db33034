import type { BoardVisitDto, BoardVisitListDto } from '@one-visit/shared/appointments/board-contract'
import { totpAt } from '../totp.mjs'
import { atShare } from '../race/random'
import { bodyOf } from './booking'
import { TODAY } from './day-clock'
import type { Worker } from './helpers'
import type { Ask, Phone } from './phone'
import { think } from './resident-journeys'
import { newPhone, type Scene } from './world'

export interface WorkerSession {
  readonly phone: Phone
}

/** With password and code, as each morning; null when it did not work. `number` tells workers apart. */
export async function signInWorker(
  scene: Scene,
  { username, password, secret }: Worker,
  number: number,
): Promise<WorkerSession | null> {
  const phone = newPhone(scene, FIRST_DESK + number)
  const body = { username, password, totp: totpAt(secret, scene.clock().getTime()) }
  const session = bodyOf(await phone.ask('POST /v1/staff/sessions', { body })) as { token: string } | null
  if (!session) return null
  phone.signIn(session.token)
  return { phone }
}

/** Their computers have addresses of their own, beyond those of residents' second phones. */
const FIRST_DESK = 400_000

/** A clerk's turn at the counter: the board, the list of the day, and one step with one of the people. */
export async function serveOne(scene: Scene, { id, office }: Worker, { phone }: WorkerSession): Promise<void> {
  const query = { office, date: TODAY }
  await phone.ask('GET /v1/staff/board', { query })
  const visits = (bodyOf(await phone.ask('GET /v1/staff/visits', { query })) as BoardVisitListDto | null)?.items ?? []
  await think(scene)
  const visit = atShare(
    visits.filter(({ status }) => ['booked', 'checked_in', 'serving'].includes(status)),
    scene.random(),
  )
  if (visit) await stepOf(phone, { visit, office, actor: id })
}

interface Step {
  readonly visit: BoardVisitDto
  readonly office: string
  /** The clerk. */
  readonly actor: string
}

async function stepOf(phone: Phone, { visit, office, actor }: Step): Promise<void> {
  const { id: target } = visit
  if (visit.status === 'booked') {
    const body = { office, by: 'number', value: visit.number }
    await phone.ask('POST /v1/staff/check-ins', { body, about: { kind: 'check_in', actor, target } })
    return
  }
  if (visit.status === 'checked_in' && visit.calledAt === null) {
    const body = { office, itemGroup: visit.itemGroup.id, window: '3' }
    await phone.ask('POST /v1/staff/calls', { body, about: { kind: 'call', actor } })
    return
  }
  const setStatus: Ask = {
    params: { id: target },
    body: { to: visit.status === 'serving' ? 'done' : 'serving', window: '3' },
    about: { kind: 'status', actor, target },
  }
  await phone.ask('POST /v1/staff/appointments/:id/status', setStatus)
}
