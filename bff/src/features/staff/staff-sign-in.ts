import { verify } from '@node-rs/argon2'
import type { z } from 'zod'
import type { StaffSignedInDto, StaffSignInInput } from '@one-visit/shared/staff/contract'
import { ATTEMPT_POLICIES, checkSecret } from '../../identity/attempts'
import { startSession } from '../../identity/session-store'
import { SEALED_STAFF, StaffMember } from '../../identity/staff-member.entity'
import { matchingTotpStep } from '../../identity/totp'
import { appendAudit } from '../../platform/audit'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import { problem } from '../../platform/errors'
import { presentStaffSession } from './staff-session-presenter'

export interface StaffDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
}

type Credentials = z.output<typeof StaffSignInInput>

/** Hash of a password nobody has, so that an unknown name costs the same time as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$Oo7yRHTAaPd35nTnEHKEfg$LV0w0hqnQlYvEGyQjFxos2p+gExvXZiH45L09zqVFvM'

/**
 * Password and TOTP together: which of them was wrong is not told. Throws `sign_in_failed`, and `too_many_attempts` after
 * several. A TOTP code works once, even when two sign-ins with it arrive together. Who has left signs in no more.
 */
export async function staffSignIn(
  deps: StaffDeps,
  input: Credentials,
  device: { id: string | null },
  requestId: string,
): Promise<StaffSignedInDto> {
  const name = deps.crypto.blindIndex(input.username, 'staff.username')
  const member = await checkSecret(deps, `staff:${name}`, ATTEMPT_POLICIES.password, () => provenMember(deps, input))
  if (!member) throw problem('sign_in_failed', { detail: '账号、密码或动态码不对。' })
  const now = deps.clock.now()
  return deps.database.inTransaction(async (tx) => {
    const label = { deviceId: device.id, deviceLabel: '工作人员设备' }
    const { session, token } = await startSession(tx, {
      subjectKind: 'staff',
      subjectId: member.id,
      provider: 'password',
      ...label,
      now,
    })
    await appendAudit(tx, {
      event: 'staff_signed_in',
      actor: { kind: 'staff', id: member.id },
      subject: session.id,
      requestId,
      at: now,
    })
    return { ...presentStaffSession(session, member, deps.crypto), token }
  })
}

async function provenMember(deps: StaffDeps, input: Credentials): Promise<StaffMember | null> {
  const member = await deps.database.read.findOneBy(StaffMember, { username: input.username })
  const passwordRight = await verify(member?.passwordHash ?? NOBODY, input.password)
  if (!member || !passwordRight) return null
  const step = matchingTotpStep(deps.crypto.open(member.totpSecretSealed, SEALED_STAFF.totp), input.totp, deps.clock.now())
  if (step === null) return null
  const fresh = await deps.database.inTransaction(
    (tx) =>
      tx.sql<object[]>`UPDATE staff_members SET last_totp_step = ${step} WHERE id = ${member.id} AND last_totp_step < ${step}
        AND left_at IS NULL RETURNING id`,
  )
  return fresh.length > 0 ? member : null
}
