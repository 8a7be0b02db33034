import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { pressable, role } from '../platform/accessibility'
import { moveTo } from '../platform/focus'
import { useElementId } from './element-id'

export interface MonthDay {
  /** Local date, `YYYY-MM-DD`. */
  date: string
  /** One character; the colour says the same. */
  sign: string
  kind: 'open' | 'full' | 'closed' | 'past'
  /** In full, for screen readers: 11月23日 周一，有名额. */
  label: string
}

export interface MonthGridProps {
  label: string
  /** Monday first. */
  weekdays: readonly string[]
  /** Every day of one month, in order. */
  days: readonly MonthDay[]
  /** 0 Monday … 6 Sunday. */
  firstWeekday: number
  chosen: string | null
  /** Past days cannot be pressed. */
  onPress: (date: string) => void
}

const WEEK = 7
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK }

function weeksOf(days: readonly MonthDay[], firstWeekday: number): (MonthDay | null)[][] {
  const blanks = (count: number) => Array.from({ length: count }, () => null)
  const cells = [...blanks(firstWeekday), ...days]
  const whole = [...cells, ...blanks((WEEK - (cells.length % WEEK)) % WEEK)]
  return Array.from({ length: whole.length / WEEK }, (_, week) => whole.slice(week * WEEK, (week + 1) * WEEK))
}

interface DayCellProps {
  day: MonthDay
  id: string
  isChosen: boolean
  isTabStop: boolean
  onPress: () => void
  onArrow: (key: string) => boolean
}

function DayCell({ day, id, isChosen, isTabStop, onPress, onArrow }: DayCellProps) {
  const words = (
    <>
      <Text className="ov-day-number">{String(Number(day.date.slice(8)))}</Text>
      <Text>{day.sign}</Text>
    </>
  )
  const className = `ov-day ov-day-${day.kind}${isChosen ? ' ov-day-chosen' : ''}`
  if (day.kind === 'past') {
    return (
      <View className={className} {...role('gridcell')} aria-label={day.label}>
        {words}
      </View>
    )
  }
  return (
    <View
      id={id}
      className={className}
      {...pressable({ role: 'gridcell', onPress, onArrow, skipTab: !isTabStop })}
      aria-label={day.label}
      aria-selected={isChosen ? 'true' : 'false'}
    >
      {words}
    </View>
  )
}

/** A month at a glance. One day is reached by Tab, the arrow keys go on from there. */
export function MonthGrid({ label, weekdays, days, firstWeekday, chosen, onPress }: MonthGridProps) {
  const idOf = useElementId()
  const [current, setCurrent] = useState<string | null>(null)
  const open = days.filter(({ kind }) => kind !== 'past')
  const stop = [current, chosen].find((date) => open.some((day) => day.date === date)) ?? open[0]?.date
  const handleArrow = (from: MonthDay, key: string): boolean => {
    const step = STEPS[key]
    if (step === undefined) return false
    const to = days[days.indexOf(from) + step]
    if (to !== undefined && to.kind !== 'past') {
      setCurrent(to.date)
      moveTo(idOf(to.date))
    }
    return true
  }
  return (
    <View className="ov-month" {...role('grid')} aria-label={label}>
      <View className="ov-week" {...role('row')}>
        {weekdays.map((name) => (
          <View key={name} className="ov-weekday" {...role('columnheader')} aria-label={name}>
            {name.slice(-1)}
          </View>
        ))}
      </View>
      {weeksOf(days, firstWeekday).map((week, index) => (
        <View key={index} className="ov-week" {...role('row')}>
          {week.map((day, column) =>
            day === null ? (
              <View key={column} className="ov-day-none" {...role('gridcell')} />
            ) : (
              <DayCell
                key={day.date}
                day={day}
                id={idOf(day.date)}
                isChosen={day.date === chosen}
                isTabStop={day.date === stop}
                onPress={() => {
                  setCurrent(day.date)
                  onPress(day.date)
                }}
                onArrow={(key) => handleArrow(day, key)}
              />
            ),
          )}
        </View>
      ))}
    </View>
  )
}
