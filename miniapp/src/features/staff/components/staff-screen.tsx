import { View } from '@tarojs/components'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import { useState, type ReactNode } from 'react'
import { go } from '../../../platform/navigation'
import { useStaffSession } from '../../../platform/staff-session'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { STAFF_PAGES } from '../staff-pages'
import { staffText } from '../text'
import { StaffSessionWarning } from './staff-session-warning'

const text = staffText.gate

/** Who works with visits. */
const COUNTER: readonly StaffRole[] = ['clerk', 'supervisor', 'administrator']
export const EVERYBODY: readonly StaffRole[] = ['volunteer', ...COUNTER]
export const SUPERVISORS: readonly StaffRole[] = ['supervisor', 'administrator']

function SignedOut() {
  return (
    <>
      <Notice title={staffText.home.signedOut}>{staffText.home.signedOutNext}</Notice>
      <Button onPress={() => void go(STAFF_PAGES.signIn)}>{staffText.signIn.submit}</Button>
    </>
  )
}

function NotForYou({ roles }: { roles: readonly StaffRole[] }) {
  return (
    <>
      <Notice kind="warning" title={text.notForYou}>
        {roles === SUPERVISORS ? text.supervisorsOnly : text.notForYouNext}
      </Notice>
      <Button kind="secondary" onPress={() => void go(STAFF_PAGES.home)}>
        {text.toHome}
      </Button>
    </>
  )
}

interface StaffScreenProps {
  title: string
  wide?: boolean
  /** Whom the page is for; those who work with visits unless said. */
  roles?: readonly StaffRole[]
  children: ReactNode
}

/**
 * The frame of a page for staff. When the session ends, the page stays below, out of sight and with all that was typed, until
 * the same person has signed in again.
 */
export function StaffScreen({ title, wide = false, roles = COUNTER, children }: StaffScreenProps) {
  const session = useStaffSession()
  const [last, setLast] = useState(session)
  if (session !== null && session !== last) setLast(session)
  return (
    <Screen title={title} wide={wide}>
      {session === null ? <SignedOut /> : <StaffSessionWarning session={session} />}
      {last !== null && (
        <View key={last.staffId} className={session === null ? 'ov-hidden' : 'ov-stack'}>
          {roles.includes(last.role) ? children : <NotForYou roles={roles} />}
        </View>
      )}
    </Screen>
  )
}
