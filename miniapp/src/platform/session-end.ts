import { SESSION_WARNING_SECONDS } from '@one-visit/shared/identity/rules'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from './client'
import { updateSession, useSession } from './session'

export interface SessionEnd {
  /** ISO instant. */
  at: string
  /** False when the absolute end is near: only signing in again helps. */
  canContinue: boolean
}

interface Lifetime {
  idleExpiresAt: string
  absoluteExpiresAt: string
}

/** The end to warn of, or null while it is more than `warningSeconds` away. `now`: epoch milliseconds. */
export function findSessionEnd(
  { idleExpiresAt, absoluteExpiresAt }: Lifetime,
  warningSeconds: number,
  now: number,
): SessionEnd | null {
  const isNear = (instant: string) => Date.parse(instant) - now <= warningSeconds * 1000
  if (isNear(absoluteExpiresAt)) return { at: absoluteExpiresAt, canContinue: false }
  return isNear(idleExpiresAt) ? { at: idleExpiresAt, canContinue: true } : null
}

/**
 * Whether the resident's session ends soon. Using the app lengthens it without telling the phone, so the BFF is asked before
 * anybody is warned.
 */
export function useSessionEnd(): SessionEnd | null {
  const session = useSession()
  // Days matter here, so the time at which the page opened will do.
  const [now] = useState(() => Date.now())
  const end = session === null ? null : findSessionEnd(session, SESSION_WARNING_SECONDS.resident, now)
  const { data: asked } = useQuery({
    queryKey: ['session-end', end?.at],
    enabled: end !== null,
    queryFn: async () => {
      updateSession(await api.call('GET /v1/session'))
      return true
    },
  })
  return asked === true ? end : null
}
