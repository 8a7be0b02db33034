import { randomInt } from 'node:crypto'
import { SMS_CODE_AGAIN_SECONDS, SMS_CODE_LENGTH, SMS_CODE_SECONDS } from '@one-visit/shared/identity/rules'
import type { Mandate } from '../../../identity/mandate.entity'
import type { FieldCrypto } from '../../../platform/crypto/field-crypto'
import type { Transaction } from '../../../platform/database'
import { requireMaySendCode } from './asked-today'
import type { MandateDeps } from './deps'

/** What the outbox carries for topic `mandate_code`. */
export interface MandateCode {
  readonly mandateId: string
  readonly code: string
}

/** How a code is kept: a keyed hash, worth nothing for another mandate. */
export const codeIndexOf = (crypto: FieldCrypto, mandateId: string, code: string): string =>
  crypto.blindIndex(`${mandateId}:${code}`, 'mandate_code')

/**
 * Makes a fresh code and hands it to the outbox; the one before stops working. Within a minute of the last one nothing happens. Throws
 * `too_many_attempts` for whoever has had too many sent to this person; call it under `lockSides`.
 */
export async function sendMandateCode(
  deps: Pick<MandateDeps, 'crypto' | 'clock' | 'outbox'>,
  tx: Transaction,
  { id, ...pair }: Pick<Mandate, 'id' | 'accountId' | 'askedById'>,
): Promise<void> {
  const now = deps.clock.now()
  const code = String(randomInt(10 ** SMS_CODE_LENGTH)).padStart(SMS_CODE_LENGTH, '0')
  const later = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString()
  const kept = await tx.affected`
    UPDATE mandates SET code_index = ${codeIndexOf(deps.crypto, id, code)}, code_expires_at = ${later(SMS_CODE_SECONDS)},
      codes_sent = codes_sent + 1
    WHERE id = ${id} AND status = 'pending'
      AND (code_expires_at IS NULL OR code_expires_at <= ${later(SMS_CODE_SECONDS - SMS_CODE_AGAIN_SECONDS)})`
  if (kept === 0) return
  await requireMaySendCode(tx, pair, now)
  await deps.outbox.enqueue(tx, { topic: 'mandate_code', payload: { mandateId: id, code } satisfies MandateCode })
}
