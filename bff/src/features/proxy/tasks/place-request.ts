import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { addDays, localDateAt } from '@one-visit/shared/kernel/local-date'
import { OPEN_REQUEST_LIMIT, REQUEST_DAYS_AHEAD } from '@one-visit/shared/proxy/rules'
import type { OpenRequestInput } from '@one-visit/shared/proxy/schemas'
import { HelpRequest, SEALED_REQUEST } from '../../../identity/help-request.entity'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import { newId } from '../../../platform/ids'
import type { TaskDeps } from './deps'
import { promisedBy } from './promised-by'
import { requireKnownOffice } from './task-policy'

type Input = z.output<typeof OpenRequestInput>

interface Asked {
  /** The person concerned. */
  readonly accountId: string
  readonly askedByKind: 'resident' | 'staff'
  readonly askedById: string
}

/** Each lost race means that somebody else took a place, or had drawn the number. */
const MOST_RACES = 10

/** What can be said without the database: throws `not_found` for the office, `invalid_input` for a day gone by or far ahead. */
export function requirePossible({ pack, clock }: Pick<TaskDeps, 'pack' | 'clock'>, { office, date }: Input): void {
  requireKnownOffice(pack, office)
  const today = localDateAt(clock.now())
  if (date >= today && date <= addDays(today, REQUEST_DAYS_AHEAD)) return
  throw problem('invalid_input', { fields: [{ path: 'date', message: `请选今天起 ${REQUEST_DAYS_AHEAD} 天以内的日子` }] })
}

/**
 * A new request on the lowest free place of the person. The unique index on the places decides between processes, so a fourth never
 * gets through. Throws `request_limit_reached`.
 */
export async function placeRequest(
  deps: Pick<TaskDeps, 'crypto' | 'pack' | 'clock'>,
  tx: Transaction,
  asked: Asked,
  input: Input,
): Promise<HelpRequest> {
  const request = rowOf(deps, asked, input)
  for (let race = 0; race < MOST_RACES; race += 1) {
    const openPlace = await lowestFreePlace(tx, asked.accountId)
    if (openPlace === null) throw problem('request_limit_reached')
    const row = { ...request, openPlace, number: newNumber(input.date) }
    await tx.createQueryBuilder().insert().into(HelpRequest).values(row).orIgnore().execute()
    if (await tx.existsBy(HelpRequest, { id: row.id })) return row
  }
  throw problem('request_limit_reached')
}

async function lowestFreePlace(tx: Transaction, accountId: string): Promise<number | null> {
  const taken = await tx.sql<{ open_place: number }[]>`
    SELECT open_place FROM help_requests WHERE account_id = ${accountId} AND open_place IS NOT NULL`
  for (let place = 1; place <= OPEN_REQUEST_LIMIT; place += 1)
    if (!taken.some(({ open_place }) => open_place === place)) return place
  return null
}

/** Month and day wished for, then six random digits: short enough to read out, and not to be counted through. */
const newNumber = (date: string): string =>
  `${date.slice(5, 7)}${date.slice(8, 10)}${String(randomInt(1_000_000)).padStart(6, '0')}`

function rowOf(
  { crypto, pack, clock }: Pick<TaskDeps, 'crypto' | 'pack' | 'clock'>,
  asked: Asked,
  input: Input,
): Omit<HelpRequest, 'openPlace' | 'number'> {
  const now = clock.now()
  const address = input.way === 'home' ? input.address : null
  return {
    id: newId(now),
    ...asked,
    topic: input.topic,
    wordsSealed: crypto.seal(input.words, SEALED_REQUEST.words),
    way: input.way,
    officeId: input.office,
    addressSealed: address === null ? null : crypto.seal(address, SEALED_REQUEST.address),
    phoneSealed: crypto.seal(input.phone, SEALED_REQUEST.phone),
    date: input.date,
    part: input.part,
    status: 'open',
    promisedBy: promisedBy(pack, localDateAt(now), input.date),
    volunteerId: null,
    outcomeSealed: null,
    returnedSealed: null,
    minutes: null,
    openedAt: now.toISOString(),
    acceptedAt: null,
    closedAt: null,
  }
}
