import { PAUSE_RULE } from '@one-visit/shared/appointments/rules'
import { formatInstant } from '@one-visit/shared/kernel/local-date'
import { listOf, type Reader, type Transaction } from '../../platform/database'

const DAY_MS = 86_400_000

export interface BookingPause {
  readonly person_index: string
  readonly since: string
  readonly until: string
  readonly reason: string
}

/** The pauses of these people that still last. */
export function findPauses(read: Reader, people: readonly string[], now: Date): Promise<BookingPause[]> {
  return read.sql<BookingPause[]>`
    SELECT person_index, since, until, reason FROM booking_pauses
    WHERE person_index IN ${listOf(people)} AND until > ${now.toISOString()}`
}

/**
 * Pauses booking for this person when the visit that has just ended was one too many. Only what ended since the last pause
 * counts: nobody pays twice. Hands the new pause back, or null.
 */
export async function pauseIfDue(tx: Transaction, personIndex: string, now: Date): Promise<BookingPause | null> {
  const monthAgo = new Date(now.getTime() - PAUSE_RULE.withinDays * DAY_MS).toISOString()
  const [row] = await tx.sql<{ cancellations: number; no_shows: number }[]>`
    SELECT CAST(count(CASE WHEN status = 'cancelled' AND ended_by = 'person' THEN 1 END) AS integer) AS cancellations,
           CAST(count(CASE WHEN status = 'no_show' THEN 1 END) AS integer) AS no_shows
    FROM appointments
    WHERE person_index = ${personIndex} AND ended_at > ${monthAgo}
      AND ended_at > COALESCE((SELECT since FROM booking_pauses WHERE person_index = ${personIndex}), '')`
  const reason = row ? reasonOf(row.cancellations, row.no_shows) : null
  if (reason === null) return null
  const until = new Date(now.getTime() + PAUSE_RULE.pauseDays * DAY_MS)
  const pause = { person_index: personIndex, since: now.toISOString(), until: until.toISOString(), reason }
  await tx.sql`
    INSERT INTO booking_pauses (person_index, since, until, reason)
    VALUES (${personIndex}, ${pause.since}, ${pause.until}, ${reason})
    ON CONFLICT (person_index) DO UPDATE SET since = excluded.since, until = excluded.until, reason = excluded.reason`
  return pause
}

function reasonOf(cancellations: number, noShows: number): string | null {
  const { cancellations: most, noShows: mostNoShows, withinDays } = PAUSE_RULE
  if (noShows >= mostNoShows) return `${withinDays} 天内有 ${noShows} 次约了没有来`
  return cancellations >= most ? `${withinDays} 天内取消了 ${cancellations} 次` : null
}

/** For the refusal: until when, why, and that the counter is open all the same. */
export function pauseSentence({ until, reason }: Pick<BookingPause, 'until' | 'reason'>): string {
  return `因为${reason}，${formatInstant(new Date(until))}之前不能在手机上预约。您可以直接到大厅取号办理。`
}

/** Pauses that are over and can no longer matter for counting. */
export async function forgetPauses(tx: Transaction, now: Date): Promise<void> {
  const monthAgo = new Date(now.getTime() - PAUSE_RULE.withinDays * DAY_MS).toISOString()
  await tx.sql`DELETE FROM booking_pauses WHERE since <= ${monthAgo}`
}
