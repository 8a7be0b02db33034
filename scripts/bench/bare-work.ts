import type Database from 'better-sqlite3'
import { presentSession, type ShownAccount, type ShownSession } from '../../bff/src/features/identity/account-presenter'
import { presentCase } from '../../bff/src/features/progress/case-presenter'
import { caseIndexOf, makeFollowProof } from '../../bff/src/features/progress/follow-target'
import { mapApplication } from '../../bff/src/departments/police/mapping'
import type { Application } from '../../bff/src/departments/police/reply'
import { SEALED } from '../../bff/src/identity/person'
import { hashSessionToken, parseSessionToken } from '../../bff/src/identity/session-token'
import type { FieldCrypto } from '../../bff/src/platform/crypto/field-crypto'

const PERSON = `
  SELECT s.id AS sessionId, s.idle_expires_at AS idleExpiresAt, s.absolute_expires_at AS absoluteExpiresAt, s.step_up_until AS stepUpUntil,
         a.id, a.phone_sealed AS phoneSealed, a.name_sealed AS nameSealed, a.resident_id_sealed AS residentIdSealed,
         a.resident_id_index AS residentIdIndex, a.wechat_index AS wechatIndex, a.real_name_verified_at AS realNameVerifiedAt,
         a.created_at AS createdAt
  FROM sessions s JOIN accounts a ON a.id = s.subject_id WHERE s.token_hash = ? AND s.subject_kind = 'resident'`
const COPY = 'SELECT body, as_of FROM department_copies WHERE key = ?'
const FOLLOW = 'SELECT id FROM follows WHERE account_id = ? AND case_index = ?'
const TAKE_KEY = `INSERT INTO idempotency_keys (scope, key, endpoint, request_hash, reply, created_at) VALUES (?, ?, ?, ?, '', ?)
  ON CONFLICT (scope, key) DO NOTHING`
const SUBSCRIBE = `INSERT INTO message_subscriptions (account_id, template, remaining) VALUES (?, ?, 1)
  ON CONFLICT (account_id, template) DO UPDATE SET remaining = min(remaining + 1, 50) RETURNING remaining`
const KEEP_REPLY = 'UPDATE idempotency_keys SET reply = ? WHERE scope = ? AND key = ?'

type PersonRow = ShownAccount & ShownSession & { readonly sessionId: string; readonly residentIdIndex: string | null }
type Copy = { readonly body: string; readonly as_of: string }

const NO_LOG = { warn: () => undefined }

export interface BareWork {
  session(token: string): unknown
  progress(token: string): unknown
  subscribe(token: string, key: string, body: unknown): unknown
}

/** The work of the three requests in prepared statements; what is pure (sealing, mapping, masking) is the BFF's own. */
export function createBareWork(database: Database.Database, crypto: FieldCrypto): BareWork {
  const findPerson = database.prepare<[string], PersonRow>(PERSON)
  const findCopy = database.prepare<[string], Copy>(COPY)
  const findFollow = database.prepare<[string, string], { id: string }>(FOLLOW)

  function person(bearer: string): PersonRow {
    const token = parseSessionToken(bearer)
    const row = token ? findPerson.get(hashSessionToken(token)) : undefined
    const now = new Date().toISOString()
    if (!row || row.idleExpiresAt <= now || row.absoluteExpiresAt <= now) throw new Error('no session')
    return row
  }

  return {
    session(token) {
      const row = person(token)
      return presentSession({ ...row, id: row.sessionId }, row, crypto, new Date())
    },
    progress(token) {
      const row = person(token)
      const owner = row.residentIdIndex ?? ''
      const residentId = crypto.open(row.residentIdSealed ?? '', SEALED.residentId)
      const key = `${owner}/${crypto.blindIndex(`${owner}/police/idCardApplications/applications`, 'department_copy')}`
      const copy = findCopy.get(key)
      if (!copy) throw new Error('no copy')
      const reply = JSON.parse(crypto.open(copy.body, `department_copy:${key}`)) as { data: { applications: Application[] } }
      const items = reply.data.applications.map((application) => {
        const value = mapApplication(application, 'id_card', NO_LOG)
        const target = { kind: 'id_card', caseNumber: value.caseNumber, residentId, owner } as const
        const follow = findFollow.get(row.id, caseIndexOf(target, crypto))
        const followProof = follow ? null : makeFollowProof(target, crypto, new Date())
        return presentCase({ value, asOf: new Date(copy.as_of), stale: false }, { followId: follow?.id ?? null, followProof })
      })
      return { items, missing: [] }
    },
    subscribe: createSubscribe(database, crypto, (token) => person(token).id),
  }
}

function createSubscribe(
  database: Database.Database,
  crypto: FieldCrypto,
  accountOf: (token: string) => string,
): BareWork['subscribe'] {
  const takeKey = database.prepare(TAKE_KEY)
  const addOne = database.prepare<[string, string], { remaining: number }>(SUBSCRIBE)
  const keepReply = database.prepare(KEEP_REPLY)
  const write = database.transaction((accountId: string, key: string, template: string) => {
    const scope = `resident:${accountId}`
    const hash = crypto.blindIndex(template, 'idempotency.request')
    if (takeKey.run(scope, key, 'POST /v1/message-subscriptions', hash, new Date().toISOString()).changes !== 1)
      throw new Error('used')
    const reply = { template, remaining: addOne.get(accountId, template)?.remaining ?? 0 }
    keepReply.run(crypto.seal(JSON.stringify({ reply }), `idempotency.reply:${scope}:${key}`), scope, key)
    return reply
  })
  return (token, key, body) => {
    const accountId = accountOf(token)
    const { template } = body as { template: unknown }
    if (template !== 'case_changed') throw new Error('invalid')
    return write.immediate(accountId, key, template)
  }
}
