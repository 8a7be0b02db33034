import { Text, View } from '@tarojs/components'
import type { WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import { role } from '../../../platform/accessibility'
import { Button } from '../../../ui/button'
import { useSecondsLeft } from '../../../ui/code-field'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { formatInstant } from '../../../ui/when'
import { usePickSlot } from '../hooks/use-pick-slot'
import { useVisits } from '../hooks/use-visits'
import { useOffer } from '../hooks/use-wait'
import { remainingText, visitText } from '../visit-text'
import { VisitRefusal } from './visit-refusal'
import { EntryFacts, Expired, Left, useChooseAgain } from './waiting-states'

const text = visitText.waiting

/** From here on it is said aloud that time is running out; seconds. */
const SOON = 180

function TimeLeft({ until, left }: { until: string; left: number }) {
  return (
    <Notice kind="warning" title={text.kept(formatInstant(until))}>
      <Text className="ov-number">{text.remaining(remainingText(left))}</Text>
      <View {...role('status')} aria-live="polite">
        {left <= SOON && <Text>{text.soon}</Text>}
      </View>
    </Notice>
  )
}

function Question({ entry, left, offer }: { entry: WaitingEntryDto; left: number; offer: ReturnType<typeof useOffer> }) {
  const visits = useVisits()
  const moves = visits.data?.active.some((visit) => visit.itemGroup.id === entry.itemGroup.id) === true
  return (
    <>
      {offer.problem && <ProblemNotice problem={offer.problem} />}
      {entry.offerEndsAt !== null && <TimeLeft until={entry.offerEndsAt} left={left} />}
      {entry.cause === 'office_closed' && <Text>{text.closedWhy}</Text>}
      {entry.cause === 'freed' && moves && <Text>{text.moves}</Text>}
      <EntryFacts entry={entry} />
      <Button onPress={offer.handleAccept} busy={offer.busy}>
        {text.accept}
      </Button>
      <Button kind="secondary" onPress={offer.handleLeave} disabled={offer.busy}>
        {text.refuse}
      </Button>
    </>
  )
}

/** A held place: until when, how long that is, and yes or no. When the time runs out under one's eyes, the way on is there. */
export function Offer({ entry }: { entry: WaitingEntryDto }) {
  const left = useSecondsLeft(entry.offerEndsAt === null ? null : Date.parse(entry.offerEndsAt))
  const offer = useOffer(entry)
  const pickSlot = usePickSlot(null)
  const handleChooseAgain = useChooseAgain(entry)
  if (offer.hasLeft) return <Left />
  if (offer.refusal?.code === 'offer_expired') return <Expired entry={entry} />
  if (offer.refusal) {
    const { slotId, office, itemGroup, date, startsAt, endsAt } = entry
    return (
      <VisitRefusal
        refusal={offer.refusal}
        wanted={{ slotId, office: office.id, itemGroup: itemGroup.id, date, startsAt, endsAt }}
        onPick={(slot) => void pickSlot(slot)}
        onOtherDay={handleChooseAgain}
        onRetry={offer.handleAccept}
        retrying={offer.busy}
      />
    )
  }
  // While the answer is under way the clock of this phone decides nothing: the BFF's does.
  if (entry.offerEndsAt !== null && left === 0 && !offer.busy) return <Expired entry={entry} />
  return <Question entry={entry} left={left} offer={offer} />
}
