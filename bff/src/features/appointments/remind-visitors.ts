import { instantAt } from '@one-visit/shared/appointments/rules'
import { addDays, localDateAt } from '@one-visit/shared/kernel/local-date'
import type { Transaction } from '../../platform/database'
import type { AppointmentRow } from './appointment-store'
import type { AppointmentDeps } from './deps'
import { recipientOf, visitFactsOf } from './visit-facts'
import { dayBeforeReminder, enqueueVisitNotices, twoHoursReminder } from './visit-notices'

type ReminderDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'crypto' | 'pack' | 'outbox'>

/** A reminder for the visits that begin after `from` and not after `until`; instants in milliseconds since 1970. */
interface Reminder {
  /** The value of `appointments.reminders` that says it was sent. */
  readonly step: 1 | 2
  readonly from: number
  readonly until: number
  /** Whoever booked after that has the time fresh in mind. */
  readonly bookedBefore: (beginsAt: number) => number
  readonly notice: typeof dayBeforeReminder
}

const HOUR_MS = 3_600_000
const BATCH = 200

/** Local times (Asia/Shanghai): at night nobody's phone rings, and the evening before is when things are laid ready. */
const MORNING = '07:00'
const EVENING = '18:00'
const NIGHT = '21:00'

/**
 * Reminds people of the next day's visits from six in the evening, and of a visit two hours before it begins. Each reminder is
 * sent once, with any number of processes; what could not be sent before nine in the evening is left to the second one.
 */
export async function remindVisitors(deps: ReminderDeps): Promise<void> {
  for (const reminder of remindersAt(deps.clock.now().getTime())) await remindAll(deps, reminder)
}

function remindersAt(now: number): Reminder[] {
  const today = localDateAt(now)
  if (now < instantAt(today, MORNING) || now >= instantAt(today, NIGHT)) return []
  const soon: Reminder = {
    step: 2,
    from: now,
    until: now + 2 * HOUR_MS,
    bookedBefore: (beginsAt) => beginsAt - 2 * HOUR_MS,
    notice: twoHoursReminder,
  }
  const evening = instantAt(today, EVENING)
  if (now < evening) return [soon]
  const midnight = instantAt(addDays(today, 1), '00:00')
  const tomorrow: Reminder = {
    step: 1,
    from: midnight - 1,
    until: midnight + 24 * HOUR_MS - 1,
    bookedBefore: () => evening,
    notice: dayBeforeReminder,
  }
  return [soon, tomorrow]
}

async function remindAll(deps: ReminderDeps, reminder: Reminder): Promise<void> {
  const from = new Date(reminder.from).toISOString()
  const until = new Date(reminder.until).toISOString()
  const { database } = deps
  for (;;) {
    const [due] = await database.read.sql<{ id: string }[]>`
      SELECT id FROM appointments
      WHERE status = 'booked' AND begins_at > ${from} AND begins_at <= ${until} AND reminders < ${reminder.step} LIMIT 1`
    if (!due) return
    await database.inTransaction((tx) => remindBatch(deps, tx, reminder, { from, until }))
  }
}

/**
 * Moving `reminders` on is the claim: a second process that waited for these rows finds them sent, cancelled or moved. Slots are
 * not locked, since nothing they count changes: reminding never delays a booking.
 */
async function remindBatch(
  deps: ReminderDeps,
  tx: Transaction,
  { step, bookedBefore, notice }: Reminder,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<void> {
  const rows = await tx.sql<AppointmentRow[]>`
    UPDATE appointments SET reminders = ${step}
    WHERE status = 'booked' AND reminders < ${step} AND id IN (
      SELECT id FROM appointments
      WHERE status = 'booked' AND begins_at > ${from} AND begins_at <= ${until} AND reminders < ${step}
      ORDER BY begins_at, id LIMIT ${BATCH})
    RETURNING *`
  const told = rows.filter(({ created_at, begins_at }) => Date.parse(created_at) <= bookedBefore(Date.parse(begins_at)))
  const notices = told.map((row) => notice(visitFactsOf(deps.pack, row), recipientOf(deps, row)))
  await enqueueVisitNotices(deps.outbox, tx, notices)
}
