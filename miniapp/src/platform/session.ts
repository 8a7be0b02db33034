import type { SessionDto, SignedInDto } from '@one-visit/shared/identity/contract'
import { readStored, removeStored, removeStoredUnder, writeStored } from './storage'
import { storedValue, useStoredValue } from './stored-value'

/** What is kept on the phone while somebody is signed in. */
export interface KeptSession {
  token: string
  session: SessionDto
}

const isKeptSession = (value: unknown): value is KeptSession | null =>
  value === null || (typeof value === 'object' && 'token' in value && typeof value.token === 'string' && 'session' in value)

const LAST_ACCOUNT = 'last-account'
const forgetListeners = new Set<() => void>()
const kept = storedValue<KeptSession | null>('session', null, isKeptSession)

export const getToken = (): string | null => kept.get()?.token ?? null

/** Null while nobody is signed in. */
export function useSession(): SessionDto | null {
  return useStoredValue(kept)?.session ?? null
}

/** Copies and drafts of another person never show: both go when the account changes. */
export function keepSignedIn({ token, ...session }: SignedInDto): void {
  const before = readStored(LAST_ACCOUNT)
  if (before !== null && before !== session.account.id) forgetPerson()
  writeStored(LAST_ACCOUNT, session.account.id)
  kept.set({ token, session })
}

/** After real-name verification, step-up, binding a phone or renewal. */
export function updateSession(session: SessionDto): void {
  const before = kept.get()
  if (before !== null) kept.set({ ...before, session })
}

/** The token no longer works; drafts stay, for the same person comes back. */
export function dropToken(): void {
  kept.clear()
}

/** Signed out on purpose: nothing about the person stays on the phone. */
export function forgetSession(): void {
  kept.clear()
  removeStored(LAST_ACCOUNT)
  forgetPerson()
}

/** Told when what is kept about a person must go, for what is only in memory. Returns the way to stop. */
export function onForgetPerson(listener: () => void): () => void {
  forgetListeners.add(listener)
  return () => forgetListeners.delete(listener)
}

function forgetPerson(): void {
  removeStoredUnder('copy:')
  removeStoredUnder('draft:')
  for (const listener of forgetListeners) listener()
}
