import type { ReactNode } from 'react'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { useSession } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { SignInNeeded } from '../../../ui/settled'
import { requestText } from '../request-text'

interface ProxyScreenProps {
  title: string
  /** Why one must be signed in, and have given the real name. */
  why: Readonly<{ signIn: string; realName: string }>
  children: ReactNode
}

/** The frame of a page about one's own requests and mandates. */
export function ProxyScreen({ title, why, children }: ProxyScreenProps) {
  const session = useSession()
  if (session !== null && session.assurance >= 2) {
    return (
      <Screen title={title} own>
        {children}
      </Screen>
    )
  }
  return (
    <Screen title={title} own>
      {session === null ? (
        <SignInNeeded why={why.signIn} />
      ) : (
        <>
          <Notice title={why.realName} />
          <Button onPress={() => void go(PAGES.realName, { reason: 'real_name_required' })}>{requestText.toRealName}</Button>
        </>
      )}
    </Screen>
  )
}
