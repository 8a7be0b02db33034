import { SEALED_APPLICATION } from '../../../bff/src/features/cross-province/application-content'
import { valuesOf } from '../../../bff/src/platform/database'
import { newId } from '../../../bff/src/platform/ids'
import { filler, type Grounds } from './own-rows'
import type { RowKind } from './visit-rows'

const DAY_MS = 86_400_000
const AUDITS = 5
const COPIES = 3
const SENT = 3
const EVENTS = ['signed_in', 'appointment_booked', 'own_progress_viewed', 'appointment_cancelled', 'looked_for_person'] as const

/** Five acts a person, the last of them under the mandate they gave, if any; with their seals, which nothing checks here. */
export function auditRows({ now }: Grounds): RowKind[] {
  const at = now.toISOString()
  const ids = new Map<number, string[]>()
  const idsOf = (number: number): string[] => {
    const made = ids.get(number) ?? EVENTS.map((_, time) => idOf(new Date(now.getTime() - DAY_MS), number * AUDITS + time))
    ids.set(number, made)
    return made
  }
  return [
    {
      columns: 10,
      rowsOf: ({ number, id, mandateId }) =>
        idsOf(number).map((record, time) => [
          ...[record, at, EVENTS[time] ?? '', 'resident', id, id, null, '{}', 'bench', time === AUDITS - 1 ? mandateId : null],
        ]),
      insert: (tx, rows) => tx.sql`
        INSERT INTO audit_records (id, at, event, actor_kind, actor_id, beneficiary_id, subject, data, request_id, mandate_id)
        VALUES ${valuesOf(rows)}`,
    },
    {
      columns: 3,
      rowsOf: ({ number }) => idsOf(number).map((record, time) => [number * AUDITS + time + 1, record, record.repeat(2)]),
      insert: (tx, rows) => tx.sql`INSERT INTO audit_seals (seq, record_id, hash) VALUES ${valuesOf(rows)}`,
    },
  ]
}

/** A UUIDv7 of the past: the ids that the BFF makes never go back. */
function idOf(at: Date, number: number): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** What jobs have sent and requests have left behind: messages, replies, views of licences, copies, failures. */
export function leftRows(grounds: Grounds): RowKind[] {
  return [
    sentRows(grounds),
    replyRows(grounds),
    viewRows(grounds),
    copyRows(grounds),
    attemptRows(grounds),
    presentationRows(grounds),
  ]
}

function sentRows({ now }: Grounds): RowKind {
  return {
    columns: 8,
    rowsOf: ({ number, id }) =>
      Array.from({ length: SENT }, (_, time) => {
        const at = new Date(now.getTime() - (1 + (number % 6)) * DAY_MS).toISOString()
        return [newId(now), 'visit_notice', '', `${id} ${time}`, 'sent', 1, at, at]
      }),
    insert: (tx, rows) => tx.sql`
      INSERT INTO outbox_messages (id, topic, payload, dedupe_key, status, attempts, due_at, created_at) VALUES ${valuesOf(rows)}`,
  }
}

function replyRows({ now }: Grounds): RowKind {
  const [reply, at] = [filler(450), now.toISOString()]
  return {
    columns: 6,
    rowsOf: ({ id }) => [[`resident:${id}`, newId(now), 'POST /v1/appointments', 'hash', reply, at]],
    insert: (tx, rows) => tx.sql`
      INSERT INTO idempotency_keys (scope, key, endpoint, request_hash, reply, created_at) VALUES ${valuesOf(rows)}`,
  }
}

function viewRows({ now }: Grounds): RowKind {
  const at = now.toISOString()
  return {
    columns: 7,
    rowsOf: ({ id }) => [0, 1].map(() => [newId(now), id, at, 'presented', 'id_card', '["name","number"]', newId(now)]),
    insert: (tx, rows) => tx.sql`
      INSERT INTO licence_views (id, account_id, at, kind, type, field_keys, presentation_id) VALUES ${valuesOf(rows)}`,
  }
}

/** As many as of a person whose wallet is looked at; those that are opened while it is measured come from the departments. */
function copyRows({ now }: Grounds): RowKind {
  const [body, at] = [filler(1_500), now.toISOString()]
  return {
    columns: 3,
    rowsOf: ({ personIndex }) => Array.from({ length: COPIES }, () => [`${personIndex}/${newId(now)}`, body, at]),
    insert: (tx, rows) => tx.sql`INSERT INTO department_copies (key, body, as_of) VALUES ${valuesOf(rows)}`,
  }
}

function attemptRows({ now }: Grounds): RowKind {
  return {
    columns: 3,
    rowsOf: ({ number, id }) => (number % 10 === 0 ? [[`sign_in:${id}`, 1, now.toISOString()]] : []),
    insert: (tx, rows) => tx.sql`INSERT INTO attempts (key, failures, updated_at) VALUES ${valuesOf(rows)}`,
  }
}

/** Every twentieth person has just shown a licence. */
function presentationRows({ now }: Grounds): RowKind {
  const [at, until] = [now.toISOString(), new Date(now.getTime() + DAY_MS).toISOString()]
  return {
    columns: 9,
    rowsOf: ({ number, id }) =>
      number % 20 === 0 ? [[newId(now), id, 'online', 'id_card', `${id} id_card`, '["name"]', at, at, until]] : [],
    insert: (tx, rows) => tx.sql`
      INSERT INTO licence_presentations (id, account_id, way, type, licence_index, field_keys, as_of, created_at, expires_at)
      VALUES ${valuesOf(rows)}`,
  }
}

/** Every tenth person has applied across regions. */
export function applicationRows({ store: { crypto }, now }: Grounds): RowKind {
  const at = now.toISOString()
  const outcome = crypto.seal(
    JSON.stringify({
      kind: 'opened',
      caseNumber: '4302240001',
      queryPassword: '123456',
      acceptedBy: '县政务中心',
      promisedBy: null,
    }),
    SEALED_APPLICATION.outcome,
  )
  return {
    columns: 15,
    rowsOf: ({ applicationId, id }) =>
      applicationId === null
        ? []
        : [
            [
              ...[
                applicationId,
                id,
                'resident',
                id,
                'bench-item',
                '个体工商户设立登记',
                'bench-region',
                '邻县',
                'county',
                'opened',
              ],
              ...['', outcome, 1, at, at],
            ],
          ],
    insert: (tx, rows) => tx.sql`
      INSERT INTO cross_province_applications (id, account_id, actor_kind, actor_id, item_id, item_name, region_id, region_name, side,
        state, content_sealed, outcome_sealed, attempts, created_at, settled_at)
      VALUES ${valuesOf(rows)}`,
  }
}
