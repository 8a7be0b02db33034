import { hash } from '@node-rs/argon2'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import { StaffMember } from './identity/staff-member.entity'
import type { Clock } from './platform/clock'
import type { FieldCrypto } from './platform/crypto/field-crypto'
import type { Database } from './platform/database'
import { newId } from './platform/ids'

interface DemoStaff {
  readonly username: string
  readonly name: string
  readonly role: StaffRole
}

/**
 * The staff that a demonstration starts with. Residents need no seeds: the fake departments know them, and they sign in as
 * anybody would. Passwords and TOTP secrets are public on purpose; config.ts refuses the demo in production.
 */
export const DEMO_STAFF: readonly DemoStaff[] = [
  { username: 'volunteer', name: '刘志强', role: 'volunteer' },
  { username: 'clerk', name: '周敏', role: 'clerk' },
  { username: 'supervisor', name: '谭丽华', role: 'supervisor' },
  { username: 'admin', name: '龙伟', role: 'administrator' },
]
export const DEMO_PASSWORD = 'one-visit-demo'
export const DEMO_TOTP_SECRET = 'JBSWY3DPEHPK3PXP'

/** Adds the demonstration's staff; those who are there already stay as they are. */
export async function seedDemo({
  database,
  crypto,
  clock,
}: {
  database: Database
  crypto: FieldCrypto
  clock: Clock
}): Promise<void> {
  const now = clock.now()
  const missing: Partial<StaffMember>[] = []
  for (const { username, name, role } of DEMO_STAFF) {
    if (await database.read.existsBy(StaffMember, { username })) continue
    missing.push({
      id: newId(now),
      username,
      passwordHash: await hash(DEMO_PASSWORD),
      totpSecretSealed: crypto.seal(DEMO_TOTP_SECRET, 'staff.totp'),
      lastTotpStep: 0,
      nameSealed: crypto.seal(name, 'staff.name'),
      role,
      officeId: null,
      createdAt: now.toISOString(),
    })
  }
  await database.inTransaction(async (tx) => {
    for (const member of missing) await tx.createQueryBuilder().insert().into(StaffMember).values(member).orIgnore().execute()
  })
}
