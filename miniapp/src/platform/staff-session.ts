import type { StaffSessionDto, StaffSignedInDto } from '@one-visit/shared/staff/contract'
import { readStored, writeStored } from './storage'
import { storedValue, useStoredValue } from './stored-value'

interface KeptStaffSession {
  token: string
  session: StaffSessionDto
}

const isKept = (value: unknown): value is KeptStaffSession | null =>
  value === null || (typeof value === 'object' && 'token' in value && typeof value.token === 'string' && 'session' in value)

const LAST_STAFF = 'last-staff'
const otherStaffListeners = new Set<() => void>()

/** Beside the resident's own session: a member of staff may be signed in as both. */
const kept = storedValue<KeptStaffSession | null>('staff-session', null, isKept)

export const getStaffToken = (): string | null => kept.get()?.token ?? null

/** Null while no member of staff is signed in. */
export function useStaffSession(): StaffSessionDto | null {
  return useStoredValue(kept)?.session ?? null
}

/** Told when another member of staff than last time signs in, for what was done for somebody. Returns the way to stop. */
export function onOtherStaff(listener: () => void): () => void {
  otherStaffListeners.add(listener)
  return () => otherStaffListeners.delete(listener)
}

export function keepStaffSignedIn({ token, ...session }: StaffSignedInDto): void {
  const before = readStored(LAST_STAFF)
  if (before !== null && before !== session.staffId) for (const listener of otherStaffListeners) listener()
  writeStored(LAST_STAFF, session.staffId)
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
