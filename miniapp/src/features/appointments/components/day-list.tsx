import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { formatLocalDate } from '../../../ui/when'
import { useComingDays, type SlotDay } from '../hooks/use-days'
import { bookingText } from '../text'
import type { DayQuestionProps } from './day-question'
import { Settled } from './settled'

const text = bookingText.day

interface DaysProps {
  title: string
  days: readonly SlotDay[]
  onPick: (date: string) => void
}

function Days({ title, days, onPick }: DaysProps) {
  if (days.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {days.map(({ date, free, extraDay, reason }) => (
          <ListLink
            key={date}
            title={formatLocalDate(date)}
            hint={[free > 0 ? text.free(free) : text.signs.full.word, extraDay ? reason : ''].filter(Boolean).join('。')}
            onPress={() => {
              onPick(date)
            }}
          />
        ))}
      </List>
    </View>
  )
}

/** Only the days that can be had or waited for, one below the other. */
export function DayList({ place, onPick, onOtherOffice }: DayQuestionProps) {
  const days = useComingDays(place)
  return (
    <Settled lookUp={days}>
      {(all) => {
        const open = all.filter(({ state }) => state === 'open')
        return (
          <>
            {open.length === 0 && <Notice title={text.none.title}>{text.none.action}</Notice>}
            <Days title={text.list} days={open} onPick={onPick} />
            <Days title={text.fullList} days={all.filter(({ state }) => state === 'full')} onPick={onPick} />
            {onOtherOffice && (
              <Button kind="secondary" onPress={onOtherOffice}>
                {text.otherOffice}
              </Button>
            )}
          </>
        )
      }}
    </Settled>
  )
}
