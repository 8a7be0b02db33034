import { Text, View } from '@tarojs/components'
import { parseLocalDate } from '@one-visit/shared/kernel/local-date'
import { go } from '../../../../platform/navigation'
import { useServed } from '../../../../platform/served'
import { Button } from '../../../../ui/button'
import { SummaryList } from '../../../../ui/lists'
import { SlowNotice } from '../../../../ui/loading'
import { ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { formatLocalDate } from '../../../../ui/when'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { BeginFirst, NoSuchPlace } from '../../components/begin-first'
import { Settled } from '../../components/settled'
import { VaccineCheck } from '../../components/vaccine-check'
import { VisitRefusal } from '../../components/visit-refusal'
import { useBooking, type Booking } from '../../hooks/use-booking'
import { usePickOther } from '../../hooks/use-pick-other'
import { usePlace, type Place } from '../../hooks/use-places'
import { bookingText } from '../../text'
import { formatTimes } from '../../when'

const text = bookingText.check

const toPage = (page: string) => () => void go(page)

function Answers({ place, booking }: { place: Place; booking: Booking }) {
  const { answers } = booking
  const name = useServed()?.name ?? null
  return (
    <SummaryList
      label={text.list}
      rows={[
        { label: text.what, value: place.group.name, onChange: toPage(APPOINTMENT_PAGES.start) },
        { label: text.where, value: place.office.name, onChange: toPage(APPOINTMENT_PAGES.office) },
        { label: text.day, value: formatLocalDate(answers.date), onChange: toPage(APPOINTMENT_PAGES.day) },
        { label: text.time, value: formatTimes(answers), onChange: toPage(APPOINTMENT_PAGES.time) },
        { label: text.who, value: name ?? bookingText.who.self, onChange: toPage(APPOINTMENT_PAGES.who) },
        { label: text.bring, value: place.group.bring.join('、') },
      ]}
    />
  )
}

function Confirm({ booking }: { booking: Booking }) {
  return (
    <View className="ov-stack">
      <Text>{text.note}</Text>
      <Button onPress={booking.handleConfirm} busy={booking.busy}>
        {text.submit}
      </Button>
      {booking.busy && <SlowNotice what={bookingText.asked.ours} />}
    </View>
  )
}

function CheckAnswers({ place, booking }: { place: Place; booking: Booking }) {
  const date = parseLocalDate(booking.answers.date)
  return (
    <>
      {booking.problem && <ProblemNotice problem={booking.problem} onRetry={booking.handleConfirm} />}
      <Answers place={place} booking={booking} />
      {place.group.vaccine !== null && date !== null ? (
        <VaccineCheck itemGroup={place.group.id} date={date} onOtherDay={toPage(APPOINTMENT_PAGES.day)}>
          <Confirm booking={booking} />
        </VaccineCheck>
      ) : (
        <Confirm booking={booking} />
      )}
    </>
  )
}

function Refused({ booking }: { booking: Booking }) {
  const pickOther = usePickOther(booking)
  if (!booking.refusal) return null
  return (
    <VisitRefusal
      refusal={booking.refusal}
      wanted={booking.answers}
      onPick={(slot) => void pickOther(slot)}
      onWait={() => {
        const { slotId, office, itemGroup, date, startsAt, endsAt } = booking.answers
        void go(APPOINTMENT_PAGES.wait, { slotId, office, itemGroup, date, startsAt, endsAt })
      }}
      onOtherDay={toPage(APPOINTMENT_PAGES.day)}
      onOtherOffice={toPage(APPOINTMENT_PAGES.office)}
      onRetry={booking.handleConfirm}
      retrying={booking.busy}
    />
  )
}

function Content({ booking }: { booking: Booking }) {
  const place = usePlace(booking.answers.itemGroup, booking.answers.office)
  if (booking.refusal) return <Refused booking={booking} />
  return (
    <Settled lookUp={place}>
      {(found) => (found === null ? <NoSuchPlace /> : <CheckAnswers place={found} booking={booking} />)}
    </Settled>
  )
}

export default function CheckPage() {
  const booking = useBooking()
  return (
    <Screen title={booking.refusal?.title ?? text.title}>
      {booking.answers.slotId === '' ? <BeginFirst /> : <Content booking={booking} />}
    </Screen>
  )
}
