import { localTime } from '../case-file'

/** A dose in the health department's books. */
export interface GivenDose {
  /** Key of a person in people.ts. */
  readonly person: string
  readonly vaccine: string
  /** 1 for the first of a series. */
  readonly dose: number
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly date: string
  readonly place: string
}

const CLINIC = '茶陵县疾病预防控制中心接种门诊'
const TOWNSHIP = '虎踞镇中心卫生院接种门诊'

/** Days before the start of the fake. 陈建国 has had none, 李小红 waits for her second dose, 王秀英's series is complete. */
const PLAN = [
  { person: 'lixiaohong', vaccine: '带状疱疹疫苗', dose: 1, daysAgo: 20, place: CLINIC },
  { person: 'wangxiuying', vaccine: '带状疱疹疫苗', dose: 1, daysAgo: 430, place: TOWNSHIP },
  { person: 'wangxiuying', vaccine: '流感疫苗', dose: 1, daysAgo: 390, place: TOWNSHIP },
  { person: 'wangxiuying', vaccine: '带状疱疹疫苗', dose: 2, daysAgo: 350, place: TOWNSHIP },
  { person: 'liuzhiqiang', vaccine: '流感疫苗', dose: 1, daysAgo: 40, place: CLINIC },
  { person: 'zhangwei', vaccine: '麻腮风疫苗', dose: 1, daysAgo: 3650, place: CLINIC },
  { person: 'zhangwei', vaccine: '麻腮风疫苗', dose: 2, daysAgo: 3330, place: CLINIC },
] as const

export function plannedDoses(start: Date): GivenDose[] {
  return PLAN.map(({ daysAgo, ...dose }) => ({ ...dose, date: dateOf(start.getTime() - daysAgo * 86_400_000) }))
}

const dateOf = (ms: number): string => localTime(new Date(ms)).slice(0, 10)
