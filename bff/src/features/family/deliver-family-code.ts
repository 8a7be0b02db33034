import { maskName, SMS_CODE_SECONDS } from '@one-visit/shared/identity/rules'
import type { SmsClient } from '../../departments/sms/client'
import { ATTEMPT_POLICIES, countedTry } from '../../identity/attempts'
import { SEALED } from '../../identity/person'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import { Problem } from '../../platform/errors'
import { sensitive } from '../../platform/sensitive'
import { codeIndexOf, type FamilyCode } from './consent-code'

interface Deps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly sms: SmsClient
}

interface Row {
  readonly person_index: string
  readonly phone_sealed: string | null
  readonly asker_name_sealed: string | null
}

/** Counts the codes that one person was sent and nobody entered, whoever asked for them. */
export const sentKey = (personIndex: string): string => `family_code_sent:${personIndex}`

/**
 * Sends a code to the phone of the account of the person who is asked, with the name of who asks. Nothing is sent for a code
 * that no longer holds, to an account without a phone, or to somebody who is being pestered: they can still agree in the app.
 * A failed sending is thrown, so that the outbox tries again while the code holds.
 */
export async function deliverFamilyCode(deps: Deps, { memberId, code }: FamilyCode): Promise<void> {
  const row = await findRow(deps, memberId, code)
  if (!row?.phone_sealed || !row.asker_name_sealed) return
  const phone = sensitive(deps.crypto.open(row.phone_sealed, SEALED.phone))
  const asker = maskName(deps.crypto.open(row.asker_name_sealed, SEALED.name))
  try {
    await countedTry(deps, sentKey(row.person_index), ATTEMPT_POLICIES.sms_sent, async () => {
      const minutes = String(SMS_CODE_SECONDS / 60)
      await deps.sms.send(phone, 'family_code', { code: sensitive(code), asker, minutes })
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'too_many_attempts') throw error
  }
}

async function findRow({ database, crypto, clock }: Deps, memberId: string, code: string): Promise<Row | null> {
  const [row] = await database.read.sql<Row[]>`
    SELECT m.person_index, person.phone_sealed, asker.name_sealed AS asker_name_sealed
    FROM family_members m
    JOIN accounts person ON person.resident_id_index = m.person_index
    JOIN accounts asker ON asker.id = m.account_id
    WHERE m.id = ${memberId} AND m.status = 'pending' AND m.code_index = ${codeIndexOf(crypto, memberId, code)}
      AND m.code_expires_at > ${clock.now().toISOString()}`
  return row ?? null
}
