import { randomInt } from 'node:crypto'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Transaction } from '../../platform/database'
import type { ToShow } from './to-show'

/** A small county's list, twice of which fits the smallest steps of lists. */
const FEWEST_PLACES = 8192
/** Half of what a list may hold (MAX_STATUS_PLACES): a licence that is shown offline every second for a day takes a sixth. */
const MOST_PLACES = 524_288
/** With half of the places free, so many tries in a row fail once in 2⁴⁰. */
const TRIES = 40

/** What status lists are about: places for twice as many licences as there are. */
function roomFor(licences: number): number {
  let room = FEWEST_PLACES
  while (room < licences * 2 && room < MOST_PLACES) room *= 2
  return room
}

export const STATUS_ID_PURPOSE = 'licence.status_id'

/** The licence's place in the status list, taken at random when it has none, so that it says nothing of when it was first shown. */
export async function placeInStatusList(
  crypto: Pick<FieldCrypto, 'seal'>,
  tx: Transaction,
  { accountId, licence, licenceIndex, asOf, at }: Omit<ToShow, 'id' | 'fields'>,
): Promise<number> {
  const shownAt = at.toISOString()
  const sealed = crypto.seal(licence.licenceId, STATUS_ID_PURPOSE)
  const room = roomFor(await countPlaces(tx))
  for (let tries = 0; tries < TRIES; tries += 1) {
    // The library has just said that it holds, unless somebody has heard otherwise since.
    const [known] = await tx.sql<{ place: number }[]>`
      UPDATE licence_status_places SET shown_at = ${shownAt}, revoked_at = CASE WHEN revoked_at > ${asOf.toISOString()} THEN revoked_at END
      WHERE account_id = ${accountId} AND licence_index = ${licenceIndex} RETURNING place`
    if (known) return known.place
    const [taken] = await tx.sql<{ place: number }[]>`
      INSERT INTO licence_status_places (place, account_id, licence_index, licence_id_sealed, shown_at)
      VALUES (${randomInt(room)}, ${accountId}, ${licenceIndex}, ${sealed}, ${shownAt})
      ON CONFLICT DO NOTHING RETURNING place`
    if (taken) return taken.place
  }
  throw new Error('there is no free place in the status list')
}

async function countPlaces(tx: Transaction): Promise<number> {
  const [row] = await tx.sql<{ places: number }[]>`SELECT CAST(count(*) AS integer) AS places FROM licence_status_places`
  return row?.places ?? 0
}

/** Of the licences that have a place: those cancelled, and the highest place that may be given out before the next list. */
export async function statusOfPlaces(tx: Transaction): Promise<{ revoked: number[]; highest: number }> {
  const rows = await tx.sql<{ place: number }[]>`SELECT place FROM licence_status_places WHERE revoked_at IS NOT NULL`
  const [top] = await tx.sql<{ place: number | null }[]>`SELECT max(place) AS place FROM licence_status_places`
  const room = Math.min(roomFor(await countPlaces(tx)) * 2, MOST_PLACES)
  return { revoked: rows.map(({ place }) => place), highest: Math.max(room - 1, top?.place ?? 0) }
}

/** The id by which the library is asked about a place. */
export function licenceIdOfPlace(crypto: Pick<FieldCrypto, 'open'>, sealed: string): string {
  return crypto.open(sealed, STATUS_ID_PURPOSE)
}
