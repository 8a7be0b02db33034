import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import { Secret, TOTP } from 'otpauth'
import { StaffMember } from '../../identity/staff-member.entity'
import { appendAudit } from '../../platform/audit'
import { newId } from '../../platform/ids'
import type { StaffDeps } from './staff-sign-in'

export interface NewStaffMember {
  readonly username: string
  readonly name: string
  readonly role: StaffRole
  readonly officeId: string | null
}

/** Shown this once: the password is kept as argon2, the secret encrypted. */
export interface FirstCredentials {
  readonly password: string
  /** For the authenticator app, `otpauth://…`. */
  readonly totpUri: string
}

/** Adds a member of staff with a random password and TOTP secret; null when the username is taken. */
export async function addStaffMember(deps: StaffDeps, input: NewStaffMember): Promise<FirstCredentials | null> {
  const now = deps.clock.now()
  const password = randomBytes(12).toString('base64url')
  const secret = new Secret({ size: 20 })
  const member: StaffMember = {
    id: newId(now),
    username: input.username,
    passwordHash: await hash(password),
    totpSecretSealed: deps.crypto.seal(secret.base32, 'staff.totp'),
    lastTotpStep: 0,
    nameSealed: deps.crypto.seal(input.name, 'staff.name'),
    role: input.role,
    officeId: input.officeId,
    createdAt: now.toISOString(),
  }
  const added = await deps.database.inTransaction(async (tx) => {
    await tx.createQueryBuilder().insert().into(StaffMember).values(member).orIgnore().execute()
    if (!(await tx.existsBy(StaffMember, { id: member.id }))) return false
    await appendAudit(tx, {
      event: 'staff_added',
      actor: { kind: 'system', id: null },
      subject: member.id,
      data: { role: input.role },
      at: now,
    })
    return true
  })
  const totp = new TOTP({ issuer: 'One Visit', label: input.username, secret, algorithm: 'SHA1', digits: 6, period: 30 })
  return added ? { password, totpUri: totp.toString() } : null
}
