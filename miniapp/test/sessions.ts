import type { SessionDto, SignedInDto } from '@one-visit/shared/identity/contract'
import type { StaffSignedInDto } from '@one-visit/shared/staff/contract'

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

type Overrides = Partial<Omit<SessionDto, 'account'>> & { account?: Partial<SessionDto['account']> }

/** A resident who is signed in and not yet verified unless said otherwise. */
export function aSession({ account, ...more }: Overrides = {}): SessionDto {
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    assurance: 1,
    stepUpUntil: null,
    idleExpiresAt: inDays(30),
    absoluteExpiresAt: inDays(180),
    account: {
      id: '019a0000-0000-7000-8000-0000000000aa',
      phone: '138****8000',
      name: null,
      residentId: null,
      realNameVerifiedAt: null,
      wechatBound: false,
      createdAt: inDays(-10),
      ...account,
    },
    ...more,
  }
}

export const aSignIn = (overrides: Overrides = {}): SignedInDto => ({ ...aSession(overrides), token: 'token-1' })

export function aStaffSignIn(overrides: Partial<StaffSignedInDto> = {}): StaffSignedInDto {
  return {
    id: '019a0000-0000-7000-8000-000000000002',
    staffId: '019a0000-0000-7000-8000-0000000000bb',
    name: '李*',
    role: 'clerk',
    office: 'hall',
    idleExpiresAt: inDays(0.02),
    absoluteExpiresAt: inDays(0.3),
    token: 'staff-token',
    ...overrides,
  }
}
