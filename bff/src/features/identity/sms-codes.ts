import { randomInt } from 'node:crypto'
import { SMS_CODE_AGAIN_SECONDS, SMS_CODE_LENGTH, SMS_CODE_SECONDS } from '@one-visit/shared/identity/rules'
import type { SmsCodeSentDto } from '@one-visit/shared/identity/contract'
import type { SmsClient } from '../../departments/sms/client'
import { actedBy } from '../../identity/acted-by'
import { ATTEMPT_POLICIES, checkSecret, countedTry, forgetTries } from '../../identity/attempts'
import { SmsCode } from '../../identity/sms-code.entity'
import { appendAudit } from '../../platform/audit'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database, Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { sensitive, type Sensitive } from '../../platform/sensitive'

export type SmsCodePurpose = 'sign_in' | 'step_up'

export interface SmsCodeDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly sms: SmsClient
}

export interface CodeRequest {
  readonly phone: Sensitive<string>
  readonly purpose: SmsCodePurpose
  /** `principal` null: nobody is signed in. */
  readonly asker: { readonly principal: ResidentPrincipal | null; readonly requestId: string }
}

/** The blind index that stands for a phone in the database. */
export function phoneIndex(crypto: FieldCrypto, phone: Sensitive<string>): string {
  return crypto.blindIndex(phone.reveal(), 'account.phone')
}

const codeIndex = (crypto: FieldCrypto, phone: Sensitive<string>, code: string): string =>
  crypto.blindIndex(`${phone.reveal()}:${code}`, 'sms_code')

/**
 * Sends a fresh code; the one before it stops working. Answers the same whether or not the phone has an account.
 * Throws `too_many_requests` within a minute of the last one, `too_many_attempts` after ten that nobody entered, and the department problems when the SMS service fails.
 */
export async function sendSmsCode(deps: SmsCodeDeps, { phone, purpose, asker }: CodeRequest): Promise<SmsCodeSentDto> {
  const code = String(randomInt(10 ** SMS_CODE_LENGTH)).padStart(SMS_CODE_LENGTH, '0')
  const index = phoneIndex(deps.crypto, phone)
  const now = deps.clock.now()
  await deps.database.inTransaction(async (tx) => {
    await keepCode(tx, { index, purpose, now, codeIndex: codeIndex(deps.crypto, phone, code) })
    await appendAudit(tx, {
      event: 'sms_code_requested',
      ...actedBy(asker.principal),
      data: { purpose },
      requestId: asker.requestId,
      at: now,
    })
  })
  try {
    // Each code sent counts like a wrong guess until one is entered; one that could not be sent does not.
    await countedTry(deps, sentKey(index), ATTEMPT_POLICIES.sms_sent, async () => {
      await deps.sms.send(phone, 'sign_in_code', { code: sensitive(code), minutes: String(SMS_CODE_SECONDS / 60) })
    })
  } catch (error) {
    // Nothing reached the phone, so nobody has to wait a minute to try again.
    await deps.database.inTransaction((tx) => tx.delete(SmsCode, { phoneIndex: index, purpose }))
    throw error
  }
  return { expiresIn: SMS_CODE_SECONDS, againIn: SMS_CODE_AGAIN_SECONDS }
}

const sentKey = (index: string): string => `sms_sent:${index}`

interface CodeToKeep {
  readonly index: string
  readonly purpose: SmsCodePurpose
  readonly codeIndex: string
  readonly now: Date
}

async function keepCode(tx: Transaction, keep: CodeToKeep): Promise<void> {
  const at = keep.now.toISOString()
  const later = (seconds: number): string => new Date(keep.now.getTime() + seconds * 1000).toISOString()
  const kept = await tx.sql<object[]>`
    INSERT INTO sms_codes (phone_index, purpose, code_index, expires_at, again_at)
    VALUES (${keep.index}, ${keep.purpose}, ${keep.codeIndex}, ${later(SMS_CODE_SECONDS)}, ${later(SMS_CODE_AGAIN_SECONDS)})
    ON CONFLICT (phone_index, purpose) DO UPDATE
      SET code_index = excluded.code_index, expires_at = excluded.expires_at, again_at = excluded.again_at
      WHERE sms_codes.again_at <= ${at}
    RETURNING phone_index`
  if (kept.length === 0)
    throw problem('too_many_requests', { detail: '验证码刚发过，请稍等一分钟再获取。', retryAfter: SMS_CODE_AGAIN_SECONDS })
}

/** Uses a code up; throws `code_invalid` for a wrong, used or old one, `too_many_attempts` after several. */
export async function redeemSmsCode(
  deps: Omit<SmsCodeDeps, 'sms'>,
  phone: Sensitive<string>,
  purpose: SmsCodePurpose,
  code: string,
): Promise<void> {
  const index = phoneIndex(deps.crypto, phone)
  const redeemed = await checkSecret(deps, `sms:${purpose}:${index}`, ATTEMPT_POLICIES.code, () =>
    deps.database.inTransaction(async (tx) => {
      const rows = await tx.sql<object[]>`
        DELETE FROM sms_codes WHERE phone_index = ${index} AND purpose = ${purpose}
          AND code_index = ${codeIndex(deps.crypto, phone, code)} AND expires_at > ${deps.clock.now().toISOString()}
        RETURNING phone_index`
      return rows.length > 0 ? true : null
    }),
  )
  if (!redeemed) throw problem('code_invalid', { fields: [{ path: 'code', message: '验证码不对或已过期' }] })
  await forgetTries(deps, sentKey(index))
}
