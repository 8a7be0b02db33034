import { hash } from '@node-rs/argon2'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import { SEALED } from './identity/person'
import { SEALED_STAFF, StaffMember } from './identity/staff-member.entity'
import type { Clock } from './platform/clock'
import type { CountyPack } from './platform/county-pack'
import type { FieldCrypto } from './platform/crypto/field-crypto'
import type { Database } from './platform/database'
import { newId } from './platform/ids'

interface DemoStaff {
  readonly username: string
  readonly name: string
  readonly role: StaffRole
  /** Where they work, in any county; null: all offices. */
  readonly place: 'hall' | 'township' | null
  /** Of a volunteer: made up, and known to the fake police. */
  readonly card?: { readonly residentId: string; readonly phone: string }
}

/**
 * The staff that a demonstration starts with. Residents need no seeds: the fake departments know them, and they sign in as
 * anybody would. Passwords and TOTP secrets are public on purpose; config.ts refuses the demo in production.
 */
export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    username: 'volunteer',
    name: '刘志强',
    role: 'volunteer',
    place: 'township',
    card: { residentId: '430224199911053019', phone: '13800000004' },
  },
  { username: 'clerk', name: '周敏', role: 'clerk', place: 'hall' },
  { username: 'township-clerk', name: '段小兰', role: 'clerk', place: 'township' },
  { username: 'supervisor', name: '谭丽华', role: 'supervisor', place: null },
  { username: 'admin', name: '龙伟', role: 'administrator', place: null },
]
export const DEMO_PASSWORD = 'one-visit-demo'
export const DEMO_TOTP_SECRET = 'JBSWY3DPEHPK3PXP'

/** Slow on purpose, so once: the password is the same for all of them, and public. */
let demoPasswordHash: Promise<string> | undefined

/** Adds the demonstration's staff; those who are there already stay as they are. */
export async function seedDemo({
  database,
  crypto,
  clock,
  pack,
}: {
  database: Database
  crypto: FieldCrypto
  clock: Clock
  pack: CountyPack
}): Promise<void> {
  const now = clock.now()
  const missing: Partial<StaffMember>[] = []
  for (const { username, name, role, place, card } of DEMO_STAFF) {
    if (await database.read.existsBy(StaffMember, { username })) continue
    missing.push({
      id: newId(now),
      username,
      passwordHash: await (demoPasswordHash ??= hash(DEMO_PASSWORD)),
      totpSecretSealed: crypto.seal(DEMO_TOTP_SECRET, SEALED_STAFF.totp),
      lastTotpStep: 0,
      nameSealed: crypto.seal(name, SEALED_STAFF.name),
      role,
      officeId: place === null ? null : officeAt(pack, place),
      residentIdIndex: card ? crypto.blindIndex(card.residentId, SEALED.residentId) : null,
      phoneSealed: card ? crypto.seal(card.phone, SEALED_STAFF.phone) : null,
      createdAt: now.toISOString(),
    })
  }
  await database.inTransaction(async (tx) => {
    for (const member of missing) await tx.createQueryBuilder().insert().into(StaffMember).values(member).orIgnore().execute()
  })
}

/** The county hall, or the first township centre of the pack. */
function officeAt({ offices }: CountyPack, place: 'hall' | 'township'): string | null {
  const kind = place === 'hall' ? 'county_hall' : 'township_centre'
  return offices.find((office) => office.kind === kind)?.id ?? null
}
