import { useEffect } from 'react'
import { usePageShown } from '../../../platform/page-shown'
import { useConsent } from '../../../platform/privacy'
import { useSession } from '../../../platform/session'
import { showUnread } from '../../../platform/unread'
import { useLookUp } from '../../../platform/use-look-up'

/** Keeps the number on the messages tab, from tabs other than that one; nothing while nobody is signed in. */
export function useUnreadBadge(): void {
  const isSignedIn = useSession() !== null
  const enabled = useConsent() && isSignedIn
  const newest = useLookUp('GET /v1/messages', { query: { limit: 1 } }, { enabled })
  const unread = enabled ? newest.data?.unread : 0
  const show = () => {
    if (unread !== undefined) showUnread(unread)
  }
  useEffect(() => {
    if (unread !== undefined) showUnread(unread)
  }, [unread])
  usePageShown(show)
}
