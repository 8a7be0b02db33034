import { Text, View } from '@tarojs/components'
import type { SlotListDto } from '@one-visit/shared/appointments/contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { useLookUp } from '../../../platform/use-look-up'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { List, ListLink, type ListLinkProps } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { formatLocalDate } from '../../../ui/when'
import type { PlaceIds } from '../hooks/use-days'
import type { PickedSlot } from '../hooks/use-pick-slot'
import { bookingText } from '../text'
import { formatTimes } from '../when'
import { Settled } from './settled'

const text = bookingText.time

type Slot = SlotListDto['items'][number]

export interface TimeQuestionProps {
  place: PlaceIds
  date: LocalDate
  onPick: (slot: PickedSlot) => void
  /** A full time: it can be waited for. */
  onWait: (slot: PickedSlot) => void
  onOtherDay: () => void
}

/** What is free, in words; the mark beside it says the same. */
function describe({ state, free, freeForElders }: Slot): Pick<ListLinkProps, 'hint' | 'tag'> {
  if (state === 'full') return { hint: text.full, tag: { kind: 'quiet', text: text.tags.full } }
  if (free === 0) return { hint: text.onlyKept(freeForElders), tag: { kind: 'warning', text: text.tags.kept } }
  return { hint: text.free(free), tag: { kind: 'success', text: text.tags.open } }
}

interface TimesProps extends TimeQuestionProps {
  title: string
  slots: readonly Slot[]
}

function Times({ title, slots, place, date, onPick, onWait }: TimesProps) {
  if (slots.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {slots.map((slot) => {
          const { id: slotId, startsAt, endsAt } = slot
          const handlePress = slot.state === 'full' ? onWait : onPick
          return (
            <ListLink
              key={slotId}
              title={formatTimes({ date, startsAt, endsAt })}
              {...describe(slot)}
              onPress={() => {
                handlePress({ ...place, slotId, date, startsAt, endsAt })
              }}
            />
          )
        })}
      </List>
    </View>
  )
}

/** What to know of the day before choosing a time. */
function DayNotices({ list, shown }: { list: SlotListDto; shown: readonly Slot[] }) {
  const paused = list.items.filter(({ state }) => state === 'paused')
  const hasKept = shown.some(({ state, free, freeForElders }) => state === 'open' && freeForElders > free)
  const isFull = shown.length > 0 && shown.every(({ state }) => state === 'full')
  return (
    <>
      {list.day.extraDay && list.extraDayItems.length > 0 && <Notice title={text.only}>{list.extraDayItems.join('、')}</Notice>}
      {isFull && (
        <Notice kind="warning" title={text.allFull}>
          {text.allFullNext}
        </Notice>
      )}
      {shown.length === 0 && (
        <Notice kind="warning" title={text.none}>
          {list.day.reason}
        </Notice>
      )}
      {hasKept && <Text>{text.kept}</Text>}
      {paused.length > 0 && (
        <Text>{text.paused(paused.map((slot) => formatTimes({ date: list.day.date, ...slot })).join('；'))}</Text>
      )}
    </>
  )
}

function Content({ list, ...props }: TimeQuestionProps & { list: SlotListDto }) {
  const shown = list.items.filter(({ state }) => state === 'open' || state === 'full')
  return (
    <>
      <DayNotices list={list} shown={shown} />
      <Times {...props} title={text.morning} slots={shown.filter(({ startsAt }) => startsAt < '12:00')} />
      <Times {...props} title={text.afternoon} slots={shown.filter(({ startsAt }) => startsAt >= '12:00')} />
    </>
  )
}

/** The times of one day with what is free. */
export function TimeQuestion(props: TimeQuestionProps) {
  const { place, date, onOtherDay } = props
  const slots = useLookUp('GET /v1/slots', { query: { ...place, date } })
  return (
    <>
      <Heading>{formatLocalDate(date)}</Heading>
      <Settled lookUp={slots}>{(list) => <Content {...props} list={list} />}</Settled>
      <Button kind="secondary" onPress={onOtherDay}>
        {text.otherDay}
      </Button>
    </>
  )
}
