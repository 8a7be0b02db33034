import type { StaffSessionDto, StaffSignedInDto } from '@one-visit/shared/staff/contract'
import { storedValue, useStoredValue } from './stored-value'

interface KeptStaffSession {
  token: string
  session: StaffSessionDto
}

const isKept = (value: unknown): value is KeptStaffSession | null =>
  value === null || (typeof value === 'object' && 'token' in value && typeof value.token === 'string' && 'session' in value)

/** Beside the resident's own session: a member of staff may be signed in as both. */
const kept = storedValue<KeptStaffSession | null>('staff-session', null, isKept)

export const getStaffToken = (): string | null => kept.get()?.token ?? null

/** Null while no member of staff is signed in. */
export function useStaffSession(): StaffSessionDto | null {
  return useStoredValue(kept)?.session ?? null
}

export function keepStaffSignedIn({ token, ...session }: StaffSignedInDto): void {
  kept.set({ token, session })
}

export function updateStaffSession(session: StaffSessionDto): void {
  const before = kept.get()
  if (before !== null) kept.set({ ...before, session })
}

/** Signed out, or the token no longer works. */
export function dropStaffToken(): void {
  kept.clear()
}
