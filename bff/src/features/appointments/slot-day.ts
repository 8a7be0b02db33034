import type { SlotDaysDto } from '@one-visit/shared/appointments/contract'
import { ELDER_AGE, KEPT_UNTIL_HOURS } from '@one-visit/shared/appointments/rules'
import { formatInstant, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { openingOf } from '../../platform/calendar/opening-of'
import type { CountyPack } from '../../platform/county-pack'
import type { SlotStanding } from './free-places'
import { type BookableDays, dayOpensAt, hoursFor } from './plan-slots'
import type { OfficeAndGroup } from './slot-place'

export type SlotDay = SlotDaysDto['items'][number]

const TEXT = {
  past: '这一天已经过了。',
  todayOver: '今天的时间已经过了，请选别的日子。',
  rests: '这个网点这一天不办理这类事。',
  closedByStaff: '这一天临时不办理，请换一天。',
  paused: '这一天暂停预约，请稍后再看，或换一天。',
  full: '这一天约满了。可以排队等别人让出的名额，或换一天。',
  keptOnly: `剩下的名额留给 ${ELDER_AGE} 岁以上的长辈和帮代办；开始前 ${KEPT_UNTIL_HOURS} 小时，没用完的向所有人开放。`,
}

/** How a day stands for an office and item group. `slots`: those of the day that are not closed; `days`: as `bookableDays` has them now. */
export function presentSlotDay(
  pack: CountyPack,
  { office, group }: OfficeAndGroup,
  date: LocalDate,
  { slots, days }: { readonly slots: readonly SlotStanding[]; readonly days: Pick<BookableDays, 'firstDay' | 'lastDay'> },
): SlotDay {
  const opening = openingOf(pack, date)
  const rests = hoursFor(pack, office, group, opening).length === 0
  const { firstDay, lastDay } = days
  const extraDay = opening.kind === 'open' && !rests
  const day = (state: SlotDay['state'], reason: string): SlotDay => ({
    date,
    state,
    extraDay,
    reason,
    free: 0,
    freeForElders: 0,
  })
  if (date < firstDay) return day('past', TEXT.past)
  if (opening.kind === 'unknown' || opening.kind === 'closed') return day(opening.kind, opening.reason.text)
  if (rests) return day('closed', TEXT.rests)
  if (date > lastDay) return day('not_yet', `${formatInstant(dayOpensAt(pack, date))} 开放预约。`)
  return { ...day('open', opening.reason.text), ...stateOf(slots) }
}

/** The state as the slots make it; an open day keeps the calendar's reason unless there is more to say. */
function stateOf(slots: readonly SlotStanding[]): Partial<SlotDay> {
  if (slots.length === 0) return { state: 'closed', reason: TEXT.closedByStaff }
  const toCome = slots.filter(({ begun }) => !begun)
  if (toCome.length === 0) return { state: 'past', reason: TEXT.todayOver }
  const free = toCome.reduce((sum, { forAll }) => sum + forAll, 0)
  const freeForElders = toCome.reduce((sum, { forElders }) => sum + forElders, 0)
  if (freeForElders === 0) return { state: 'full', reason: toCome.every(({ paused }) => paused) ? TEXT.paused : TEXT.full }
  return { free, freeForElders, ...(free === 0 && { reason: TEXT.keptOnly }) }
}
