import { instantAt } from '@one-visit/shared/appointments/rules'
import { formatInstant } from '../../ui/when'

interface Span {
  /** Local date, `YYYY-MM-DD`, and local times of day, `HH:MM` (Asia/Shanghai). */
  date: string
  startsAt: string
  endsAt: string
}

/** 上午9:00 */
function formatTime(date: string, time: string): string {
  return formatInstant(instantAt(date, time)).split(' ').at(-1) ?? ''
}

/** 上午9:00 到 9:20; 上午11:50 到 下午12:10 */
export function formatTimes({ date, startsAt, endsAt }: Span): string {
  const from = formatTime(date, startsAt)
  const to = formatTime(date, endsAt)
  return `${from} 到 ${from.slice(0, 2) === to.slice(0, 2) ? to.slice(2) : to}`
}

/** 11月21日 周六 上午9:00 到 9:20 */
export function formatSpan(span: Span): string {
  return formatInstant(instantAt(span.date, span.startsAt)).replace(/\S+$/, formatTimes(span))
}
