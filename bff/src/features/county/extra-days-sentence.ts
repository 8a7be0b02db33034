import type { CountyPack } from '../../platform/county-pack'
import type { TimeSpan } from '../../platform/county-pack/pack-values'

type HolidayRule = CountyPack['opening']['holidays'][number]

/** How people call these holidays together. 劳动节 is counted with the one or the other, as its length falls. */
const FAMILIES: Readonly<Record<string, readonly HolidayRule['holiday'][]>> = {
  小长假: ['元旦', '清明', '端午', '中秋'],
  黄金周: ['春节', '国庆'],
}
const NUMERALS = '一二三四五六七八九十'

/** 周六也能办: on which days beside the ordinary ones the county opens, as residents say it; null when it does not. */
export function extraDaysSentence({ saturdayHours, holidays }: CountyPack['opening']): string | null {
  const saturdays = saturdayHours ? [`周六 ${saturdayHours.map(spanText).join('、')} `] : []
  const dayNumbers = [...new Set(holidays.flatMap(({ openDays }) => openDays))].sort((a, b) => a - b)
  const names = dayNumbers.flatMap((day) => namesOf(holidays, day).map((name) => `${name}第${numeral(day)}天`))
  const parts = names.length > 0 ? [...saturdays, names.join('、')] : saturdays
  return parts.length === 0 ? null : `${parts.join('也能办；')}也能办部分事项。`
}

/** The holidays that are open on their n-th day, by family where the whole family is. */
function namesOf(holidays: readonly HolidayRule[], day: number): string[] {
  const open = holidays.filter(({ openDays }) => openDays.includes(day)).map(({ holiday }) => holiday)
  const families = Object.entries(FAMILIES).filter(([, members]) => members.every((member) => open.includes(member)))
  const covered = new Set(families.flatMap(([, members]) => members))
  const single = open.filter((holiday) => !covered.has(holiday) && (holiday !== '劳动节' || families.length === 0))
  return [...families.map(([name]) => name), ...single]
}

const spanText = ({ from, to }: TimeSpan): string => `${clockText(from)}–${clockText(to)}`
const clockText = (time: string): string => time.replace(/^0/, '')
const numeral = (day: number): string => (day > 10 ? `十${NUMERALS.charAt(day - 11)}` : NUMERALS.charAt(day - 1))
