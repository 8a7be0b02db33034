import type { WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import { useQuery } from '../../../../platform/navigation'
import { useServed } from '../../../../platform/served'
import { Screen } from '../../../../ui/screen'
import { NoSuchVisit } from '../../components/begin-first'
import { Settled } from '../../components/settled'
import { SignInFirst } from '../../components/sign-in-first'
import { Expired, InLine, Left, Taken } from '../../components/waiting-states'
import { Offer } from '../../components/offer'
import { useWaitingEntries } from '../../hooks/use-visits'
import { visitText } from '../../visit-text'

const text = visitText.waiting

function Entry({ entry }: { entry: WaitingEntryDto }) {
  switch (entry.status) {
    case 'waiting':
      return <InLine entry={entry} />
    case 'offered':
      return <Offer entry={entry} />
    case 'taken':
      return <Taken />
    case 'expired':
      return <Expired entry={entry} />
    case 'left':
      return <Left />
  }
}

function Content({ id }: { id: string | undefined }) {
  const entries = useWaitingEntries()
  return (
    <Settled lookUp={entries}>
      {({ items }) => {
        const entry = items.find((one) => one.id === id)
        return entry ? <Entry key={entry.status} entry={entry} /> : <NoSuchVisit {...text.gone} />
      }}
    </Settled>
  )
}

export default function WaitingPage() {
  const { id } = useQuery()
  const served = useServed()
  const status = useWaitingEntries().data?.items.find((one) => one.id === id)?.status
  return (
    <Screen title={status === 'offered' ? text.offerTitle : text.title}>
      {served === null ? <SignInFirst /> : <Content id={id} />}
    </Screen>
  )
}
