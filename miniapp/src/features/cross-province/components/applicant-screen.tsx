import type { ReactNode } from 'react'
import { useActing } from '../../../platform/acting'
import { go, replace } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { useServed } from '../../../platform/served'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { SignInNeeded } from '../../../ui/settled'
import { useMayApply } from '../hooks/use-applications'
import { acrossText } from '../text'

const text = acrossText.applicant

/** The person for whom somebody acts did not name this. */
export function OutOfScope() {
  const acting = useActing()
  if (acting === null) return null
  return (
    <>
      <Notice kind="warning" title={text.outOfScope(acting.person)}>
        {text.outOfScopeNext}
      </Notice>
      <Button onPress={() => void replace(PAGES.acting)}>{text.doors}</Button>
    </>
  )
}

function RealNameNeeded() {
  return (
    <>
      <Notice title={text.realName} />
      <Button onPress={() => void go(PAGES.realName, { reason: 'real_name_required' })}>{text.toRealName}</Button>
    </>
  )
}

interface ApplicantScreenProps {
  title: string
  /** Why one must be signed in. */
  why: string
  /** Only the real name may go on. */
  verified?: boolean
  children: ReactNode
}

/** The frame of a page about one's own applications, or those of whom one acts for. */
export function ApplicantScreen({ title, why, verified = false, children }: ApplicantScreenProps) {
  const served = useServed()
  const mayApply = useMayApply()
  const content = () => {
    if (served === null) return <SignInNeeded why={why} />
    if (!mayApply) return <OutOfScope />
    return verified && !served.isVerified ? <RealNameNeeded /> : children
  }
  return <Screen title={title}>{content()}</Screen>
}
