import type { OfficeDto } from '@one-visit/shared/county/contract'
import { go } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { BeginFirst } from '../../components/begin-first'
import { OfficeList } from '../../components/office-list'
import { Settled } from '../../components/settled'
import { NO_DAY, useAnswers } from '../../hooks/use-answers'
import { useAskedPlace } from '../../hooks/use-asked-place'
import { useItemGroups, useOffices } from '../../../../platform/county'
import { bookingText } from '../../text'

const text = bookingText.office

function Offices({ itemGroup, onPick }: { itemGroup: string; onPick: (office: OfficeDto) => void }) {
  const offices = useOffices()
  const group = useItemGroups().data?.items.find(({ id }) => id === itemGroup)
  return (
    <Settled lookUp={offices}>
      {({ items }) => {
        const fitting = items.filter(({ itemGroups }) => itemGroups.includes(itemGroup))
        if (fitting.length > 0) return <OfficeList label={text.list(group?.name ?? '')} offices={fitting} onPick={onPick} />
        return (
          <RefusalContent refusal={{ ...text.none, detail: text.none.title, requestId: null }}>
            <Button onPress={() => void go(APPOINTMENT_PAGES.start)}>{text.otherItem}</Button>
          </RefusalContent>
        )
      }}
    </Settled>
  )
}

/** What is to be booked may come with the address, from the page of an item. */
export default function OfficePage() {
  const booking = useAnswers('booking')
  const { answers, answer } = booking
  useAskedPlace(booking)
  const handlePick = ({ id }: OfficeDto) => {
    answer({ office: id, ...NO_DAY })
    void go(APPOINTMENT_PAGES.day)
  }
  return (
    <Screen title={text.title}>
      {answers.itemGroup === '' ? <BeginFirst /> : <Offices itemGroup={answers.itemGroup} onPick={handlePick} />}
    </Screen>
  )
}
