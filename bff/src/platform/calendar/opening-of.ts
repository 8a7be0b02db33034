import { dayOfWeek, formatLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { CountyPack } from '../county-pack'
import type { TimeSpan } from '../county-pack/pack-values'
import { type StatutoryDay, statutoryDayOf } from './statutory-day'

type ReasonKey =
  | 'workday'
  | 'make_up_workday'
  | 'saturday_service'
  | 'holiday_service'
  | 'weekend'
  | 'holiday'
  | 'county_decision'
  | 'no_calendar_data'

/** What a county does on a day. */
export interface Opening {
  /** `open`: only what is done on Saturdays and holidays. `unknown`: no holiday data; nothing can be booked or promised. */
  readonly kind: 'ordinary' | 'open' | 'closed' | 'unknown'
  /** `text` is for residents. */
  readonly reason: { readonly key: ReasonKey; readonly text: string }
  /** Local times (Asia/Shanghai); none on a day that is closed or unknown. An office may have its own on ordinary days. */
  readonly hours: readonly TimeSpan[]
}

type Of<K extends StatutoryDay['kind']> = Extract<StatutoryDay, { kind: K }>

/**
 * Whether, why and when a county opens on a day. The pack's overrides come first, then the holiday notice, then the pack's rules
 * for holidays and Saturdays. The notice of the year after may still change the last days of December.
 */
export function openingOf(pack: CountyPack, date: LocalDate): Opening {
  const override = pack.opening.overrides.find((each) => each.date === date)
  if (override) return overriddenOpening(pack, override)
  const day = statutoryDayOf(date)
  switch (day.kind) {
    case 'workday':
      return opening('ordinary', 'workday', '工作日，正常上班。', pack.opening.ordinaryHours)
    case 'make_up_workday':
      return makeUpOpening(pack, date, day)
    case 'weekend':
      return weekendOpening(pack, date)
    case 'holiday':
      return holidayOpening(pack, day)
    case 'unknown':
      return unknownOpening(pack, date)
  }
}

const opening = (kind: Opening['kind'], key: ReasonKey, text: string, hours: readonly TimeSpan[] = []): Opening => ({
  kind,
  reason: { key, text },
  hours,
})

function overriddenOpening(pack: CountyPack, override: CountyPack['opening']['overrides'][number]): Opening {
  const hours = override.kind === 'closed' ? [] : (override.hours ?? pack.opening.ordinaryHours)
  return opening(override.kind, 'county_decision', override.reason, hours)
}

function makeUpOpening(pack: CountyPack, date: LocalDate, { holiday }: Of<'make_up_workday'>): Opening {
  return opening(
    'ordinary',
    'make_up_workday',
    `${formatLocalDate(date)}因${holiday}调休，正常上班。`,
    pack.opening.ordinaryHours,
  )
}

function weekendOpening({ opening: { saturdayHours } }: CountyPack, date: LocalDate): Opening {
  if (dayOfWeek(date) === 0) return opening('closed', 'weekend', '周日休息。')
  if (saturdayHours === null) return opening('closed', 'weekend', '周六休息。')
  return opening('open', 'saturday_service', '周六也能办：部分事项照常办理。', saturdayHours)
}

function holidayOpening(pack: CountyPack, { holiday, dayNumber }: Of<'holiday'>): Opening {
  const rule = pack.opening.holidays.find((each) => each.holiday === holiday)
  if (!rule?.openDays.includes(dayNumber)) return opening('closed', 'holiday', `${holiday}放假，这一天不办理。`)
  return opening('open', 'holiday_service', `${holiday}假期第 ${dayNumber} 天也能办：部分事项照常办理。`, rule.hours)
}

function unknownOpening({ county }: CountyPack, date: LocalDate): Opening {
  const text = `还没有收到 ${date.slice(0, 4)} 年的放假安排，这一天暂时不能预约。请过些日子再来看，或拨打 ${county.phone} 询问。`
  return opening('unknown', 'no_calendar_data', text)
}
