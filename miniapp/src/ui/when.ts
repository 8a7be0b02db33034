const SHANGHAI_OFFSET = 8 * 3_600_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

function dayText(date: Date): string {
  return `${String(date.getUTCMonth() + 1)}月${String(date.getUTCDate())}日 ${WEEKDAYS[date.getUTCDay()] ?? ''}`
}

/** 11月21日 周六 上午9:00, in Shanghai time. Takes an ISO instant or epoch milliseconds. */
export function formatInstant(instant: string | number): string {
  // Shifted by hand: WeChat's engine has no time zones.
  const local = new Date(new Date(instant).getTime() + SHANGHAI_OFFSET)
  const hour = local.getUTCHours()
  const clock = `${String(hour % 12 === 0 ? 12 : hour % 12)}:${String(local.getUTCMinutes()).padStart(2, '0')}`
  return `${dayText(local)} ${hour < 12 ? '上午' : '下午'}${clock}`
}

/** 11月21日 周六, from a local date `YYYY-MM-DD`. */
export function formatLocalDate(date: string): string {
  return dayText(new Date(`${date}T00:00:00Z`))
}
