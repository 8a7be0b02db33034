import { randomInt } from 'node:crypto'
import { SMS_CODE_AGAIN_SECONDS, SMS_CODE_LENGTH, SMS_CODE_SECONDS } from '@one-visit/shared/identity/rules'
import type { FamilyMember } from '../../identity/family-member.entity'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Transaction } from '../../platform/database'
import type { Outbox } from '../../platform/outbox'
import type { Clock } from '../../platform/clock'

/** What the outbox carries for topic `family_code`. */
export interface FamilyCode {
  readonly memberId: string
  readonly code: string
}

/** How a code is kept: a keyed hash, worth nothing for another request. */
export const codeIndexOf = (crypto: FieldCrypto, memberId: string, code: string): string =>
  crypto.blindIndex(`${memberId}:${code}`, 'family_code')

interface Deps {
  readonly crypto: FieldCrypto
  readonly clock: Clock
  readonly outbox: Outbox
}

/**
 * Makes a fresh code for a request that waits and hands it to the outbox; the one before stops working. Within a minute of
 * the last one nothing happens. The answer to the asker is the same whether or not the other person has a phone.
 */
export async function sendConsentCode(deps: Deps, tx: Transaction, { id }: FamilyMember): Promise<void> {
  const now = deps.clock.now()
  const code = String(randomInt(10 ** SMS_CODE_LENGTH)).padStart(SMS_CODE_LENGTH, '0')
  const later = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString()
  const kept = await tx.affected`
    UPDATE family_members SET code_index = ${codeIndexOf(deps.crypto, id, code)},
      code_expires_at = ${later(SMS_CODE_SECONDS)}, code_again_at = ${later(SMS_CODE_AGAIN_SECONDS)}
    WHERE id = ${id} AND status = 'pending' AND (code_again_at IS NULL OR code_again_at <= ${now.toISOString()})`
  if (kept > 0) await deps.outbox.enqueue(tx, { topic: 'family_code', payload: { memberId: id, code } satisfies FamilyCode })
}
