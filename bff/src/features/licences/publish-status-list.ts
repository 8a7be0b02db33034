import { type Transaction } from '../../platform/database'
import { Problem } from '../../platform/errors'
import type { LicenceDeps } from './deps'
import { licenceIndexOf } from './licence-keys'
import { markCancelled } from './note-cancelled'
import { licenceIdOfPlace, statusOfPlaces } from './status-places'

type Deps = Pick<LicenceDeps, 'database' | 'clock' | 'crypto' | 'signer' | 'licenceLibrary' | 'log'>

/** A licence keeps its place, and is asked about, for so long after it was last shown offline. */
const KEPT_MS = 86_400_000
/** In one statement. */
const MOST_AT_ONCE = 500

/**
 * Asks the library about every licence that was shown offline in the last day, and publishes a new status list. While the library
 * cannot be asked there is none: the last list ends, and whoever checks offline knows that nobody vouches for it.
 */
export async function publishStatusList(deps: Deps, signal: AbortSignal): Promise<void> {
  const asked = await placesToAsk(deps)
  try {
    const cancelled = await askLibrary(deps, asked, signal)
    await deps.database.inTransaction((tx) => publish(deps, tx, cancelled))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    deps.log.warn({ err: error }, 'no new status list: the licence library cannot be asked')
  }
}

interface Place {
  readonly licenceId: string
  readonly wasRevoked: boolean
}

async function placesToAsk({ database, crypto, clock }: Deps): Promise<Place[]> {
  const since = new Date(clock.now().getTime() - KEPT_MS).toISOString()
  const rows = await database.read.sql<{ licence_id_sealed: string; revoked_at: string | null }[]>`
    SELECT licence_id_sealed, revoked_at FROM licence_status_places WHERE shown_at >= ${since}`
  return rows.map((row) => ({
    licenceId: licenceIdOfPlace(crypto, row.licence_id_sealed),
    wasRevoked: row.revoked_at !== null,
  }))
}

/** `licenceIndexOf` of what has been cancelled since the last time. One that was cancelled stays so until it is shown again. */
async function askLibrary({ licenceLibrary, crypto }: Deps, places: readonly Place[], signal: AbortSignal): Promise<string[]> {
  const ids = places.filter(({ wasRevoked }) => !wasRevoked).map(({ licenceId }) => licenceId)
  if (ids.length === 0) return []
  const { value } = await licenceLibrary.stateOf(ids, signal)
  return [...value].filter(([, state]) => state === 'cancelled').map(([licenceId]) => licenceIndexOf(crypto, licenceId))
}

async function publish({ clock, signer }: Deps, tx: Transaction, cancelled: readonly string[]): Promise<void> {
  const now = clock.now()
  for (let from = 0; from < cancelled.length; from += MOST_AT_ONCE)
    await markCancelled(tx, cancelled.slice(from, from + MOST_AT_ONCE), now)
  await tx.affected`
    DELETE FROM licence_status_places WHERE shown_at < ${new Date(now.getTime() - KEPT_MS).toISOString()}`
  const { revoked, highest } = await statusOfPlaces(tx)
  const list = signer.signStatusList(revoked, highest)
  await tx.affected`
    INSERT INTO licence_status_list (id, issued_at, reply) VALUES (1, ${list.issuedAt}, ${JSON.stringify(list)})
    ON CONFLICT (id) DO UPDATE SET issued_at = excluded.issued_at, reply = excluded.reply
    WHERE licence_status_list.issued_at <= excluded.issued_at`
}
