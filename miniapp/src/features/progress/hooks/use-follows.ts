import type { FollowListDto } from '@one-visit/shared/progress/contract'
import { useSession } from '../../../platform/session'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** The cases the person follows; asks nothing while nobody is signed in. */
export function useFollows(): LookUp<FollowListDto> & { isSignedIn: boolean } {
  const session = useSession()
  const follows = useLookUp('GET /v1/follows', {}, { keepCopy: true, enabled: session !== null })
  return { ...follows, isSignedIn: session !== null }
}
