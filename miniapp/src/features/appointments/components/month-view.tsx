import { Text, View } from '@tarojs/components'
import type { SlotDaysDto } from '@one-visit/shared/appointments/contract'
import { dayOfWeek, parseLocalDate } from '@one-visit/shared/kernel/local-date'
import { useState } from 'react'
import { TextButton } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { MonthGrid, type MonthDay } from '../../../ui/month-grid'
import { Notice } from '../../../ui/notice'
import { formatInstant, formatLocalDate } from '../../../ui/when'
import { bookableMonths, monthAfter, useMonth, type SlotDay } from '../hooks/use-days'
import { bookingText } from '../text'
import type { DayQuestionProps } from './day-question'
import { Settled } from './settled'

const text = bookingText.day

const KINDS: Readonly<Record<SlotDay['state'], MonthDay['kind']>> = {
  open: 'open',
  full: 'full',
  closed: 'closed',
  not_yet: 'closed',
  unknown: 'closed',
  past: 'past',
}

function toMonthDay({ date, state, reason }: SlotDay): MonthDay {
  const { sign, word } = text.signs[state]
  const label = [formatLocalDate(date), word, reason === word ? '' : reason].filter(Boolean).join('，')
  return { date, sign, kind: KINDS[state], label }
}

/** Monday 0 … Sunday 6. */
function weekdayOf(date: string | undefined): number {
  const day = date === undefined ? null : parseLocalDate(date)
  return day === null ? 0 : (dayOfWeek(day) + 6) % 7
}

interface MonthNavProps {
  month: string
  onChange: (month: string) => void
}

function MonthNav({ month, onChange }: MonthNavProps) {
  const [{ first, last }] = useState(() => bookableMonths(Date.now()))
  const toMonth = (step: number) => () => {
    onChange(monthAfter(month, step))
  }
  return (
    <View className="ov-month-nav">
      <Heading>{text.month(month)}</Heading>
      <View>
        {month > first && <TextButton onPress={toMonth(-1)}>{text.before}</TextButton>}
        {month < last && <TextButton onPress={toMonth(1)}>{text.after}</TextButton>}
      </View>
    </View>
  )
}

/** 周六也能办: days beside the ordinary ones, easy to see. */
function ExtraDays({ days }: { days: readonly SlotDay[] }) {
  const extra = days.filter(({ extraDay, state }) => extraDay && (state === 'open' || state === 'full'))
  if (extra.length === 0) return null
  return (
    <Notice title={text.extraDays}>
      {extra.map(({ date, reason }) => (
        <Text key={date}>{`${formatLocalDate(date)}：${reason}`}</Text>
      ))}
    </Notice>
  )
}

function WhyNot({ day }: { day: SlotDay | undefined }) {
  if (!day) return null
  return (
    <Notice kind="warning" title={`${formatLocalDate(day.date)}${text.signs[day.state].word}`} announce>
      {day.reason}
    </Notice>
  )
}

interface DaysProps extends Pick<DayQuestionProps, 'chosen' | 'onPick'> {
  month: string
  days: SlotDaysDto
}

function Days({ month, days, chosen, onPick }: DaysProps) {
  const [asked, setAsked] = useState<string | null>(null)
  const handlePress = (date: string) => {
    const state = days.items.find((day) => day.date === date)?.state
    if (state === 'open' || state === 'full') onPick(date)
    else setAsked(date)
  }
  const [{ last }] = useState(() => bookableMonths(Date.now()))
  const isOver = days.items.every(({ state }) => state === 'past' || state === 'closed')
  return (
    <>
      {isOver && month < last && <Notice title={text.monthOver} />}
      <MonthGrid
        label={text.month(month)}
        weekdays={text.weekdays}
        days={days.items.map(toMonthDay)}
        firstWeekday={weekdayOf(days.items[0]?.date)}
        chosen={chosen}
        onPress={handlePress}
      />
      <WhyNot day={days.items.find(({ date }) => date === asked)} />
      <Text className="ov-soft">{text.legend}</Text>
      <ExtraDays days={days.items} />
      {days.items.some(({ state }) => state === 'not_yet') && (
        <Text className="ov-soft">{text.opensAt(formatInstant(days.opensAt))}</Text>
      )}
    </>
  )
}

/** A month at a glance: open, full, or closed and why. */
export function MonthView({ place, chosen, onPick, onOtherOffice }: DayQuestionProps) {
  const [month, setMonth] = useState(() => chosen.slice(0, 7) || bookableMonths(Date.now()).first)
  const days = useMonth(place, month)
  return (
    <>
      <MonthNav month={month} onChange={setMonth} />
      <Settled lookUp={days}>{(data) => <Days key={month} month={month} days={data} chosen={chosen} onPick={onPick} />}</Settled>
      {onOtherOffice && <TextButton onPress={onOtherOffice}>{text.otherOffice}</TextButton>}
    </>
  )
}
