import { View } from '@tarojs/components'
import { useQuery } from '@tanstack/react-query'
import { SESSION_WARNING_SECONDS } from '@one-visit/shared/identity/rules'
import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import type { StaffSessionDto } from '@one-visit/shared/staff/contract'
import { useState, type ReactNode } from 'react'
import { api } from '../platform/client'
import { go } from '../platform/navigation'
import { PAGES } from '../platform/pages'
import { findSessionEnd, type SessionEnd } from '../platform/session-end'
import { updateStaffSession, useStaffSession } from '../platform/staff-session'
import { useSubmit } from '../platform/use-submit'
import { Button } from './button'
import { useSecondsLeft } from './code-field'
import { Notice, ProblemNotice } from './notice'
import { Screen } from './screen'
import { SessionWarning } from './session-warning'

/** Here and not in text.ts, which comes into the main package. */
const text = {
  signedOut: '您还没有以工作人员身份登录',
  signedOutNext: '登录后会回到这一页，已填的内容都在。',
  signIn: '登录',
  notForYou: '这一页不是给您的岗位用的',
  toHome: '回到工作台',
} as const

/** Whether this session ends soon, by the clock of this device and, before anybody is warned, by the BFF. */
function useStaffSessionEnd(session: StaffSessionDto): SessionEnd | null {
  const ends = Math.min(Date.parse(session.idleExpiresAt), Date.parse(session.absoluteExpiresAt))
  const left = useSecondsLeft(ends)
  const end = findSessionEnd(session, SESSION_WARNING_SECONDS.staff, ends - left * 1000)
  const { data: asked } = useQuery({
    // Asked again when the time is up: then the BFF refuses, and the way in opens.
    queryKey: ['staff-session-end', end?.at, left === 0],
    enabled: end !== null,
    queryFn: async () => {
      updateStaffSession(await api.call('GET /v1/staff/session'))
      return true
    },
  })
  return asked === true ? end : null
}

/** On every page of staff: half an hour passes quickly at a counter. */
function StaffSessionWarning({ session }: { session: StaffSessionDto }) {
  const end = useStaffSessionEnd(session)
  const renewal = useSubmit('POST /v1/staff/session/renewal', updateStaffSession)
  const handleContinue = () => {
    renewal.send({})
  }
  return (
    <>
      {end && <SessionWarning end={end} onContinue={handleContinue} onSignIn={() => void go(PAGES.staffSignIn)} />}
      {renewal.problem && <ProblemNotice problem={renewal.problem} onRetry={handleContinue} />}
    </>
  )
}

function SignedOut() {
  return (
    <>
      <Notice title={text.signedOut}>{text.signedOutNext}</Notice>
      <Button onPress={() => void go(PAGES.staffSignIn)}>{text.signIn}</Button>
    </>
  )
}

function NotForYou({ why }: { why: string }) {
  return (
    <>
      <Notice kind="warning" title={text.notForYou}>
        {why}
      </Notice>
      <Button kind="secondary" onPress={() => void go(PAGES.staffHome)}>
        {text.toHome}
      </Button>
    </>
  )
}

interface StaffFrameProps {
  title: string
  wide?: boolean
  /** Whom the page is for. */
  roles: readonly StaffRole[]
  /** Who uses it, told to the others. */
  usedBy: string
  children: ReactNode
}

/**
 * The frame of a page for staff. When the session ends, the page stays below, out of sight and with all that was typed, until
 * the same person has signed in again.
 */
export function StaffFrame({ title, wide = false, roles, usedBy, children }: StaffFrameProps) {
  const session = useStaffSession()
  const [last, setLast] = useState(session)
  if (session !== null && session !== last) setLast(session)
  return (
    <Screen title={title} wide={wide}>
      {session === null ? <SignedOut /> : <StaffSessionWarning session={session} />}
      {last !== null && (
        <View key={last.staffId} className={session === null ? 'ov-hidden' : 'ov-stack'}>
          {roles.includes(last.role) ? children : <NotForYou why={usedBy} />}
        </View>
      )}
    </Screen>
  )
}
