import type { VolunteerDto } from '@one-visit/shared/proxy/staff-contract'
import { go } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { List, ListLink } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { DeskScreen } from '../../components/desk-screen'
import { deskText } from '../../desk-text'
import { useVolunteers } from '../../hooks/use-volunteers'
import { VOLUNTEER_PAGES } from '../../volunteer-pages'

const text = deskText.volunteers

function Volunteers({ items }: { items: readonly VolunteerDto[] }) {
  if (items.length === 0) return <Notice title={text.none} />
  return (
    <List label={text.list}>
      {items.map(({ id, name, username, office, active }) => (
        <ListLink
          key={id}
          title={name}
          hint={[office.name, username]}
          tag={active ? { kind: 'success', text: text.active } : { kind: 'quiet', text: text.left }}
          onPress={() => void go(VOLUNTEER_PAGES.volunteer, { id })}
        />
      ))}
    </List>
  )
}

function Content() {
  return (
    <>
      <Button onPress={() => void go(VOLUNTEER_PAGES.register)}>{text.register}</Button>
      <Settled lookUp={useVolunteers()} what={text.asked}>
        {({ items }) => <Volunteers items={items} />}
      </Settled>
    </>
  )
}

export default function VolunteersPage() {
  return (
    <DeskScreen title={text.title} forWhom="supervisor">
      <Content />
    </DeskScreen>
  )
}
