import type { SlotListDto } from '@one-visit/shared/appointments/contract'
import { instantAt } from '@one-visit/shared/appointments/rules'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useLookUp } from '../../../platform/use-look-up'
import { formatInstant } from '../../../ui/when'
import { catalogueText } from '../text'

const text = catalogueText.place.today

/** What the times of today come to, in a sentence. `extraDays`: the item is done on Saturdays and holidays, too. */
export function describeToday({ day, items }: SlotListDto, extraDays: boolean): string {
  if (day.state === 'closed') return text.closed(day.reason)
  if (day.state !== 'open' && day.state !== 'full') return text.none
  if (day.extraDay && !extraDays) return text.notToday
  const free = items.filter((slot) => slot.state === 'open' && slot.free > 0)
  const [first] = free
  if (!first) return text.full
  const count = free.reduce((sum, slot) => sum + slot.free, 0)
  return text.free(count, formatInstant(instantAt(day.date, first.startsAt)).split(' ').at(-1) ?? '')
}

interface TodaysTimesProps {
  office: string
  itemGroup: string
  extraDays: boolean
}

/** Whether it is worth going today. When it cannot be said the rest of the page holds all the same. */
export function TodaysTimes({ office, itemGroup, extraDays }: TodaysTimesProps) {
  const [date] = useState(() => localDateAt(Date.now()))
  const { data, problem } = useLookUp('GET /v1/slots', { query: { office, itemGroup, date } })
  if (data) return <Text>{describeToday(data, extraDays)}</Text>
  return <Text className="ov-soft">{problem ? text.unknown : text.waiting}</Text>
}
