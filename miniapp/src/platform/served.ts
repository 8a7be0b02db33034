import { useActing } from './acting'
import { useSession } from './session'

/** For whom the residents' pages are now: whoever is signed in, or the person they act for. */
export interface Served {
  /** Masked; null: no real name yet. */
  name: string | null
  isVerified: boolean
  isActing: boolean
}

/** Null while nobody is signed in. A volunteer who acts has no resident's session, and needs none. */
export function useServed(): Served | null {
  const session = useSession()
  const acting = useActing()
  if (acting !== null && (acting.by === 'volunteer' || session !== null))
    return { name: acting.person, isVerified: true, isActing: true }
  if (session === null) return null
  return { name: session.account.name, isVerified: session.assurance >= 2, isActing: false }
}
