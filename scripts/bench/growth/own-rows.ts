import { randomBytes } from 'node:crypto'
import { PROGRESS_PURPOSE } from '../../../bff/src/features/progress/follow-presenter'
import { caseIndexOf, sealTarget } from '../../../bff/src/features/progress/follow-target'
import { sealContent } from '../../../bff/src/features/messages/message-presenter'
import { SEALED_REQUEST } from '../../../bff/src/identity/help-request.entity'
import { valuesOf } from '../../../bff/src/platform/database'
import { newId } from '../../../bff/src/platform/ids'
import type { Store } from '../place'
import { OFFICE } from '../visits'
import { type GrownPerson, isMeasured, MEASURED_EVERY } from './grown-person'
import { pick, type RowKind } from './visit-rows'

const CASE = { kind: 'id_card', caseNumber: 'SFZ430224202611050017' } as const
const DAY_MS = 86_400_000

export interface Grounds {
  readonly store: Store
  readonly now: Date
  readonly offices: readonly string[]
  readonly volunteerId: string
}

/** Every second person follows a case. */
export function followRows({ store: { crypto }, now }: Grounds): RowKind {
  const at = now.toISOString()
  const known = {
    ...CASE,
    itemName: '居民身份证到期换领',
    department: '公安局',
    departmentWords: '审核中',
    steps: [],
    stale: false,
  }
  const progress = crypto.seal(JSON.stringify(known), PROGRESS_PURPOSE)
  return {
    columns: 11,
    rowsOf: ({ followId, id, residentId, personIndex: owner }) => {
      if (followId === null) return []
      const target = sealTarget({ ...CASE, residentId, owner }, crypto)
      const later = new Date(now.getTime() + DAY_MS).toISOString()
      return [[followId, id, caseIndexOf(CASE, crypto), target, progress, 'in_review', at, at, later, 0, at]]
    },
    insert: (tx, rows) => tx.sql`
      INSERT INTO follows (id, account_id, case_index, target_sealed, progress_sealed, status, changed_at, checked_at, next_check_at,
        quiet_checks, created_at)
      VALUES ${valuesOf(rows)}`,
  }
}

/** Four messages, the last of them unread. */
export function messageRows({ store: { crypto }, now }: Grounds): RowKind {
  const at = now.toISOString()
  const content = sealContent({ title: '预约成功', body: '您预约了县政务服务中心。', link: null }, crypto)
  return {
    columns: 7,
    rowsOf: ({ id }) =>
      [0, 1, 2, 3].map((time) => [newId(now), id, at, 'visit', content, time === 3 ? null : at, `${id} ${time}`]),
    insert: (tx, rows) => tx.sql`
      INSERT INTO messages (id, account_id, at, kind, content_sealed, read_at, dedupe_key) VALUES ${valuesOf(rows)}`,
  }
}

/** Every second person sees somebody of the family. */
export function familyRows({ now }: Grounds): RowKind {
  const at = now.toISOString()
  return {
    columns: 12,
    rowsOf: ({ number, id, next }) =>
      number % 2 === 0
        ? [
            [
              ...[newId(now), id, 1, next.personIndex, 1, next.nameSealed, next.residentIdSealed],
              ...['parent', 'active', 'consent', at, at],
            ],
          ]
        : [],
    insert: (tx, rows) => tx.sql`
      INSERT INTO family_members (id, account_id, account_place, person_index, person_place, name_sealed, resident_id_sealed, relation,
        status, evidence, asked_at, bound_at)
      VALUES ${valuesOf(rows)}`,
  }
}

/** Every fifth person has asked for help: most is done, every fiftieth waits, and one volunteer is at work for those who are measured. */
export function requestRows({ store: { crypto }, now, offices, volunteerId }: Grounds): RowKind {
  const at = now.toISOString()
  const words = crypto.seal('请帮我预约办理养老金认证。', SEALED_REQUEST.words)
  const outcome = crypto.seal('已经办好。', SEALED_REQUEST.outcome)
  const phone = crypto.seal('13900000000', SEALED_REQUEST.phone)
  const standing = (person: GrownPerson): 'open' | 'accepted' | 'done' => {
    if (isMeasured(person)) return 'accepted'
    return person.number % 50 === 0 ? 'open' : 'done'
  }
  return {
    columns: 20,
    rowsOf: (person) => {
      const { requestId, id, number } = person
      if (requestId === null) return []
      const status = standing(person)
      const [open, done] = [status === 'open', status === 'done']
      const office = isMeasured(person) ? OFFICE : pick(offices, number / 5)
      const closed = new Date(now.getTime() - (number % 200) * DAY_MS).toISOString()
      return [
        [
          ...[requestId, `H${String(number).padStart(9, '0')}`, id, 'resident', id, 'book_visit', words, 'phone', office, phone],
          ...['2026-11-24', 'any', status, '2026-11-26', done ? null : 1, open ? null : volunteerId, done ? outcome : null],
          ...[at, open ? null : at, done ? closed : null],
        ],
      ]
    },
    insert: (tx, rows) => tx.sql`
      INSERT INTO help_requests (id, number, account_id, asked_by_kind, asked_by_id, topic, words_sealed, way, office_id, phone_sealed,
        date, part, status, promised_by, open_place, volunteer_id, outcome_sealed, opened_at, accepted_at, closed_at)
      VALUES ${valuesOf(rows)}`,
  }
}

/** Every third person has given a mandate, every twelfth one that holds; the volunteer holds those of the people who are measured. */
export function mandateRows({ now, volunteerId }: Grounds): RowKind {
  const at = now.toISOString()
  const until = new Date(now.getTime() + 20 * DAY_MS).toISOString()
  const scope = JSON.stringify([{ operation: 'book_visits', items: null }])
  return {
    columns: 17,
    rowsOf: (person) => {
      const { mandateId, id, number, next, requestId } = person
      if (mandateId === null) return []
      const task = isMeasured(person) ? requestId : null
      const actor = task === null ? ['resident', next.id] : ['volunteer', volunteerId]
      const holds = task !== null || number % (MEASURED_EVERY / 5) === 0
      const ended = holds ? ['active', 'app', null, null] : ['ended', 'app', at, 'person_app']
      const [status, evidence, endedAt, ending] = ended
      const row = [mandateId, `M${String(number).padStart(9, '0')}`, id, ...actor, scope, 20, status, evidence, ...actor, at, at]
      return [[...row, until, endedAt, ending, task] as (string | number | null)[]]
    },
    insert: (tx, rows) => tx.sql`
      INSERT INTO mandates (id, number, account_id, actor_kind, actor_id, scope, days, status, evidence, asked_by_kind, asked_by_id,
        asked_at, starts_at, expires_at, ended_at, ending, task_id)
      VALUES ${valuesOf(rows)}`,
  }
}

/** Sealed text that nobody opens, as long as a copy of a department's reply. */
export const filler = (bytes: number): string => `v1.aes.main.${randomBytes(bytes).toString('base64url')}`
