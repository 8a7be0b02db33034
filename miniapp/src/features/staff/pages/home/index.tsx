import type { StaffSessionDto } from '@one-visit/shared/staff/contract'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { useStaffSession } from '../../../../platform/staff-session'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { List, ListLink, SummaryList } from '../../../../ui/lists'
import { ProblemNotice } from '../../../../ui/notice'
import { EVERYBODY, StaffScreen } from '../../components/staff-screen'
import { useOfficeName } from '../../hooks/use-office-name'
import { useStaffSignOut } from '../../hooks/use-staff-home'
import { STAFF_PAGES } from '../../staff-pages'
import { staffText } from '../../text'

const text = staffText.home
const { doors } = staffText

const WORK = [
  { ...doors.board, page: STAFF_PAGES.board },
  { ...doors.checkIn, page: STAFF_PAGES.checkIn },
  { ...doors.queue, page: STAFF_PAGES.queue },
  { ...doors.enter, page: STAFF_PAGES.enter },
] as const
const TASKS = [{ ...doors.tasks, page: PAGES.tasks }] as const
const COUNTER = [...TASKS, { ...doors.openTask, page: PAGES.openTask }, { ...doors.endMandate, page: PAGES.endMandate }] as const
const CHECKS = [{ ...doors.verify, page: STAFF_PAGES.verify }] as const
const SUPERVISION = [{ ...doors.load, page: STAFF_PAGES.load }] as const
const VOLUNTEERS = [{ ...doors.volunteers, page: PAGES.volunteers }] as const

/** Administrators have nothing to do with help and mandates. */
const DOORS = {
  volunteer: [...TASKS, ...CHECKS],
  clerk: [...WORK, ...COUNTER, ...CHECKS],
  supervisor: [...WORK, ...COUNTER, ...CHECKS, ...SUPERVISION, ...VOLUNTEERS],
  administrator: [...WORK, ...CHECKS, ...SUPERVISION],
} as const

function Work({ role }: Pick<StaffSessionDto, 'role'>) {
  return (
    <>
      <Heading>{text.work}</Heading>
      <List label={text.work}>
        {DOORS[role].map(({ page, title, hint }) => (
          <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
        ))}
      </List>
    </>
  )
}

function OfficeName({ office }: { office: string }) {
  return useOfficeName(office)
}

function SignedIn({ session }: { session: StaffSessionDto }) {
  const signOut = useStaffSignOut()
  const handleSignOut = () => {
    signOut.send({})
  }
  return (
    <>
      <Work role={session.role} />
      {signOut.problem && <ProblemNotice problem={signOut.problem} onRetry={handleSignOut} />}
      <Heading>{text.who}</Heading>
      <SummaryList
        label={text.who}
        rows={[
          { label: text.name, value: session.name },
          { label: text.role, value: text.roleOf(session.role) },
          { label: text.office, value: session.office === null ? text.noOffice : <OfficeName office={session.office} /> },
        ]}
      />
      <Button kind="secondary" onPress={handleSignOut} busy={signOut.busy}>
        {text.signOut}
      </Button>
    </>
  )
}

export default function StaffHomePage() {
  const session = useStaffSession()
  return (
    <StaffScreen title={text.title} roles={EVERYBODY}>
      {session !== null && <SignedIn session={session} />}
    </StaffScreen>
  )
}
