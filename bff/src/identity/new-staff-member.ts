import { randomInt } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import { Secret, TOTP } from 'otpauth'
import type { Clock } from '../platform/clock'
import type { FieldCrypto } from '../platform/crypto/field-crypto'
import type { Transaction } from '../platform/database'
import { newId } from '../platform/ids'
import { SEALED } from './person'
import { SEALED_STAFF, StaffMember } from './staff-member.entity'

export interface NewStaffMember {
  readonly username: string
  readonly name: string
  readonly role: StaffRole
  readonly officeId: string | null
  /** Of a volunteer, whose card was seen. */
  readonly card?: { readonly residentId: string; readonly phone: string }
}

/** Shown this once: the password is kept as argon2, the secret encrypted. */
export interface FirstCredentials {
  readonly password: string
  /** For the authenticator app, `otpauth://…`. */
  readonly totpUri: string
}

/** It is read from one screen and typed at another: no letter that looks like a digit. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 79 bits in four groups of four: `k7mp-…`. */
function newPassword(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LEGIBLE.charAt(randomInt(LEGIBLE.length))).join(''),
  )
  return groups.join('-')
}

/** A row to be inserted, with a random password and TOTP secret. Slow on purpose (argon2): not inside a transaction. */
export async function prepareStaffMember(
  { crypto, clock }: { readonly crypto: FieldCrypto; readonly clock: Clock },
  { username, name, role, officeId, card }: NewStaffMember,
): Promise<{ readonly member: StaffMember; readonly first: FirstCredentials }> {
  const now = clock.now()
  const password = newPassword()
  const secret = new Secret({ size: 20 })
  const totp = new TOTP({ issuer: 'One Visit', label: username, secret, algorithm: 'SHA1', digits: 6, period: 30 })
  const member: StaffMember = {
    id: newId(now),
    username,
    passwordHash: await hash(password),
    totpSecretSealed: crypto.seal(secret.base32, SEALED_STAFF.totp),
    lastTotpStep: 0,
    nameSealed: crypto.seal(name, SEALED_STAFF.name),
    role,
    officeId,
    residentIdIndex: card ? crypto.blindIndex(card.residentId, SEALED.residentId) : null,
    phoneSealed: card ? crypto.seal(card.phone, SEALED_STAFF.phone) : null,
    leftAt: null,
    createdAt: now.toISOString(),
  }
  return { member, first: { password, totpUri: totp.toString() } }
}

/** False when the username is taken, also by somebody who has left. */
export async function insertStaffMember(tx: Transaction, member: StaffMember): Promise<boolean> {
  await tx.createQueryBuilder().insert().into(StaffMember).values(member).orIgnore().execute()
  return tx.existsBy(StaffMember, { id: member.id })
}
