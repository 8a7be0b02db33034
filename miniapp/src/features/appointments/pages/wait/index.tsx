import { Text, View } from '@tarojs/components'
import { go, replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { ProblemNotice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { NoSuchPlace } from '../../components/begin-first'
import { NearestSlots } from '../../components/nearest-slots'
import { Settled } from '../../components/settled'
import { VisitRefusal } from '../../components/visit-refusal'
import { usePickSlot, type PickedSlot } from '../../hooks/use-pick-slot'
import { usePlace, type Place } from '../../hooks/use-places'
import { useWait } from '../../hooks/use-wait'
import { parseSlot, type AskedSlot } from '../../parse-slot'
import { bookingText } from '../../text'
import { formatSpan } from '../../when'

const text = bookingText.wait

interface WaitProps {
  slot: AskedSlot
  /** The visit that would be moved; null for a new one. */
  moving: string | null
}

function Facts({ slot, place }: Pick<WaitProps, 'slot'> & { place: Place }) {
  return (
    <SummaryList
      label={text.list}
      rows={[
        { label: text.list, value: formatSpan(slot) },
        { label: bookingText.check.where, value: place.office.name },
        { label: bookingText.check.what, value: place.group.name },
      ]}
    />
  )
}

function Question({ slot, moving, place }: WaitProps & { place: Place }) {
  const wait = useWait(slot.slotId)
  const pickSlot = usePickSlot(moving)
  const handlePick = (picked: PickedSlot) => void pickSlot(picked)
  const toDay = () => void (moving === null ? go(APPOINTMENT_PAGES.day) : go(APPOINTMENT_PAGES.moveDay, { id: moving }))
  if (wait.refusal?.code === 'slot_has_room') {
    return (
      <RefusalContent refusal={wait.refusal}>
        <Button
          onPress={() => {
            handlePick(slot)
          }}
        >
          {text.room}
        </Button>
      </RefusalContent>
    )
  }
  if (wait.refusal) {
    const handleRetry = () => void wait.handleWait()
    return (
      <VisitRefusal
        refusal={wait.refusal}
        wanted={slot}
        onPick={handlePick}
        onOtherDay={toDay}
        onRetry={handleRetry}
        retrying={wait.busy}
      />
    )
  }
  return (
    <>
      {wait.problem && <ProblemNotice problem={wait.problem} onRetry={() => void wait.handleWait()} />}
      <Facts slot={slot} place={place} />
      <View className="ov-stack">
        <Heading>{text.how}</Heading>
        {text.steps.map((step) => (
          <Text key={step}>{step}</Text>
        ))}
        <Button onPress={() => void wait.handleWait()} busy={wait.busy}>
          {text.submit}
        </Button>
      </View>
      <NearestSlots wanted={slot} onPick={handlePick} />
    </>
  )
}

function Content({ slot, moving }: WaitProps) {
  const place = usePlace(slot.itemGroup, slot.office)
  return (
    <Settled lookUp={place}>
      {(found) => (found === null ? <NoSuchPlace /> : <Question slot={slot} moving={moving} place={found} />)}
    </Settled>
  )
}

function NoSlot() {
  const { title, action } = text.gone
  return (
    <RefusalContent refusal={{ title, detail: title, action, requestId: null }}>
      <Button onPress={() => void replace(APPOINTMENT_PAGES.start)}>{bookingText.begin.button}</Button>
    </RefusalContent>
  )
}

export default function WaitPage() {
  const query = useQuery()
  const slot = parseSlot(query)
  return <Screen title={text.title}>{slot === null ? <NoSlot /> : <Content slot={slot} moving={query['move'] ?? null} />}</Screen>
}
