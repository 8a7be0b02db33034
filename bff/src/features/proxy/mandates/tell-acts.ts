import { formatInstant, localDateAt } from '@one-visit/shared/kernel/local-date'
import { In } from 'typeorm'
import { Mandate } from '../../../identity/mandate.entity'
import { findMandateNames, type MandateNames } from '../../../identity/mandate-names'
import { AuditRecord } from '../../../platform/audit-record.entity'
import type { Transaction } from '../../../platform/database'
import { isLook, isRefused, operationOf, whatWasDone } from './act-words'
import type { MandateDeps, SubjectText } from './deps'
import { findFamilyOf } from './find-mandate'
import { findSubjects } from './list-acts'
import { type MandateNotice, mandatePage } from './mandate-notices'
import { findPhoneWithoutApp } from './phone-without-app'

type Deps = Pick<MandateDeps, 'database' | 'clock' | 'crypto' | 'pack' | 'outbox' | 'subjectWords'>

/** At once; the rest at the next turn. */
const MOST_AT_ONCE = 100

/**
 * Tells the person, and the family who look after them, what was done under a mandate. `appendAudit` queued each act in the
 * transaction that did it; an act leaves the queue in the transaction that puts its messages into the outbox.
 */
export async function tellActs(deps: Deps): Promise<void> {
  await deps.database.inTransaction(async (tx) => {
    const taken = await tx.sql<{ record_id: string }[]>`
      DELETE FROM acts_to_tell WHERE record_id IN (SELECT record_id FROM acts_to_tell ORDER BY record_id LIMIT ${MOST_AT_ONCE})
      RETURNING record_id`
    if (taken.length === 0) return
    const records = await tx.find(AuditRecord, {
      where: { id: In(taken.map(({ record_id }) => record_id)) },
      order: { id: 'ASC' },
    })
    const done = records.filter((record) => !isRefused(record))
    const mandates = await tx.findBy(Mandate, { id: In(done.flatMap(({ mandateId }) => mandateId ?? [])) })
    const namesOf = await findMandateNames(tx, deps.crypto, mandates)
    const subjectOf = await findSubjects(deps, tx, done)
    for (const record of done) {
      const mandate = mandates.find(({ id }) => id === record.mandateId)
      if (!mandate) continue
      const words = wordsOf(deps, record, namesOf(mandate), subjectOf(record))
      await deps.outbox.enqueue(tx, ...(await noticesOf(deps, tx, { record, mandate, words })))
    }
  })
}

interface Words {
  readonly title: string
  /** For the person themselves. */
  readonly body: string
  readonly bodyForFamily: string
  /** At most 60 characters, fit to be read out. */
  readonly sms: string
}

/** One message says all: what was done, what the person must know of it, and how to end this. */
function wordsOf({ pack }: Deps, record: AuditRecord, { actor, principal }: MandateNames, subject: SubjectText | null): Words {
  const what = whatWasDone(record)
  const when = formatInstant(Date.parse(record.at))
  const about = subject === null ? '' : `：${subject.what}`
  const phone = pack.county.phone
  const act = `${when}，${actor}替${principal}${what}${about}。`
  const end = `不想再让他代办，点开结束委托，或拨 ${phone}。`
  return {
    title: `${actor}替${principal}${what}`,
    body: `${act}${subject?.ahead?.advice ?? ''}${end}`,
    bodyForFamily: `${act}${end}`,
    sms: smsOf({ actor, what, when, phone, ahead: subject?.ahead?.brief ?? null }),
  }
}

const SMS_LENGTH = 60

/** Of a visit, when it is: a time read out beside “预约” is heard as that of the visit. Of anything else, when it was done. */
function smsOf({
  actor,
  what,
  when,
  phone,
  ahead,
}: Record<'actor' | 'what' | 'when' | 'phone', string> & { ahead: string | null }) {
  const end = `。结束委托请打${phone}`
  if (ahead === null) return `${actor}${when}替您${what}${end}`
  const room = SMS_LENGTH - [...`${actor}替您${what}：${end}`].length
  return `${actor}替您${what}：${[...ahead].slice(0, room).join('')}${end}`
}

interface Told {
  readonly record: AuditRecord
  readonly mandate: Mandate
  readonly words: Words
}

/** A look is told once a day for each operation, and in the app only. */
async function noticesOf(deps: Deps, tx: Transaction, { record, mandate, words }: Told) {
  const now = deps.clock.now()
  const occasion = isLook(record) ? `looked:${mandate.id}:${lookOf(record)}:${localDateAt(now)}` : `act:${record.id}`
  const family = (await findFamilyOf(tx, mandate, now)).filter((id) => id !== mandate.actorId)
  const phone = isLook(record) ? null : await findPhoneWithoutApp(deps, tx, mandate)
  const notices = [mandate.accountId, ...family].map((accountId): MandateNotice => ({
    accountId,
    occasion: `${occasion}:${accountId}`,
    title: words.title,
    body: accountId === mandate.accountId ? words.body : words.bodyForFamily,
    link: mandatePage(mandate.id),
    sms: phone && accountId === mandate.accountId ? { phone: phone.reveal(), text: words.sms } : null,
  }))
  return notices.map((notice) => ({ topic: 'acted_for', dedupeKey: notice.occasion, payload: notice }))
}

function lookOf({ data }: AuditRecord): string {
  const { endpoint = '' } = JSON.parse(data) as Record<string, string>
  return operationOf(endpoint) ?? 'other'
}
