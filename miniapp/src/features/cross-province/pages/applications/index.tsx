import type { ApplicationDto } from '@one-visit/shared/cross-province/contract'
import type { ApplicationState } from '@one-visit/shared/cross-province/rules'
import { useActing } from '../../../../platform/acting'
import { go } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { List, ListLink } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import type { TagKind } from '../../../../ui/tag'
import { formatInstant } from '../../../../ui/when'
import { ApplicantScreen } from '../../components/applicant-screen'
import { ACROSS_PAGES } from '../../cross-province-pages'
import { useApplications } from '../../hooks/use-applications'
import { acrossText } from '../../text'

const text = acrossText.applications

const KINDS: Readonly<Record<ApplicationState, TagKind>> = { sending: 'active', opened: 'success', refused: 'warning' }

function Rows({ applications }: { applications: readonly ApplicationDto[] }) {
  return (
    <List label={text.list}>
      {applications.map(({ id, item, region, state, createdAt }) => (
        <ListLink
          key={id}
          title={item.name}
          hint={text.hint(region.name, formatInstant(createdAt))}
          tag={{ kind: KINDS[state], text: text.states[state] }}
          onPress={() => void go(ACROSS_PAGES.application, { id })}
        />
      ))}
    </List>
  )
}

function Content() {
  const applications = useApplications()
  return (
    <Settled lookUp={applications} what={acrossText.asked}>
      {({ items }) => (
        <>
          {items.length === 0 ? <Notice title={text.none}>{text.noneNext}</Notice> : <Rows applications={items} />}
          <Button kind={items.length === 0 ? 'primary' : 'secondary'} onPress={() => void go(ACROSS_PAGES.start)}>
            {text.start}
          </Button>
        </>
      )}
    </Settled>
  )
}

/** What was applied for on the phone. */
export default function ApplicationsPage() {
  const person = useActing()?.person
  return (
    <ApplicantScreen title={person === undefined ? text.title : text.of(person)} why={text.signIn}>
      <Content />
    </ApplicantScreen>
  )
}
