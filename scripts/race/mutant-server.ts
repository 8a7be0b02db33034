import { randomInt } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import type { AppDeps } from '../../bff/src/app'
import { resolvePrincipal } from '../../bff/src/identity/principal'
import { newId } from '../../bff/src/platform/ids'
import { serve } from './serve'

interface Slot {
  readonly id: string
  readonly office_id: string
  readonly item_group: string
  readonly date: string
  readonly starts_at: string
  readonly ends_at: string
  readonly begins_at: string
  readonly capacity: number
  readonly booked: number
  readonly held: number
}

/** Whatever else a naive booking asks between looking and writing. */
const MEANWHILE_MS = 15

/**
 * The BFF with a mistake that is easily made: booking looks whether there is room, and then writes what it computed. It shows
 * that the race finds such a mistake; nothing serves residents with it.
 */
async function bookNaively(deps: AppDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = (status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  const token = (request.headers.authorization ?? '').slice('Bearer '.length)
  const principal = await resolvePrincipal(deps, token, 'POST /v1/appointments')
  const { slotId } = (await json(request)) as { slotId: string }
  const [slot] = await deps.database.read.sql<Slot[]>`SELECT * FROM appointment_slots WHERE id = ${slotId}`
  if (principal?.kind !== 'resident' || !slot) {
    answer(404, { code: 'not_found' })
    return
  }
  if (slot.booked + slot.held >= slot.capacity) {
    answer(409, { code: 'slot_full' })
    return
  }
  await pause(MEANWHILE_MS)
  try {
    answer(201, { id: await insert(deps, slot, principal.accountId) })
  } catch {
    answer(409, { code: 'already_booked' })
  }
}

function insert({ database, clock }: AppDeps, slot: Slot, accountId: string): Promise<string> {
  const now = clock.now()
  const id = newId(now)
  const number = String(randomInt(10 ** 9, 10 ** 10))
  return database.inTransaction(async (tx) => {
    await tx.sql`
      INSERT INTO appointments (id, number, slot_id, office_id, item_group, date, starts_at, ends_at, begins_at, status,
        person_index, active_place, account_id, name_sealed, resident_id_sealed, phone_sealed, elder, ordinary, channel,
        actor_kind, actor_id, reminders, created_at)
      SELECT ${id}, ${number}, ${slot.id}, ${slot.office_id}, ${slot.item_group}, ${slot.date}, ${slot.starts_at}, ${slot.ends_at},
        ${slot.begins_at}, 'booked', resident_id_index, 1, id, name_sealed, resident_id_sealed, phone_sealed, 0, 0, 'app',
        'resident', id, 0, ${now.toISOString()}
      FROM accounts WHERE id = ${accountId}`
    await tx.sql`UPDATE appointment_slots SET booked = ${slot.booked + 1} WHERE id = ${slot.id}`
    return id
  })
}

void serve((deps, app) => (request, response) => {
  if (request.method === 'POST' && request.url === '/v1/appointments') return bookNaively(deps, request, response)
  return app(request, response)
})
