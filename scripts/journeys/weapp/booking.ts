import type { WeappApp } from '../../weapp-runner'
import { arrivesAt, press } from './hands'

/** What a person is after, in the words of the pages: 户籍和身份证, 11月24日 周二, 上午9:00. */
export interface Wish {
  readonly group: string
  readonly day: string
  readonly time: string
}

const HALL = /政务服务中心/

export const bookingPage = (screen: string): string => `features/appointments/pages/${screen}/index`

/** From the list of what can be booked to the days of the hall. */
export async function chooseHall(app: WeappApp, group: string): Promise<void> {
  await arrivesAt(app, '您要办什么事？')
  await press(app, new RegExp(`^${group}`), 'link')
  await arrivesAt(app, '到哪里办？')
  await press(app, HALL, 'link')
  await arrivesAt(app, '哪一天来？')
}

/** From the days to the times, by the month's grid. */
export async function chooseDay(app: WeappApp, day: string): Promise<void> {
  await press(app, new RegExp(`^${day}，(有名额|约满了)`), 'gridcell')
  await arrivesAt(app, /几点/)
}

/** A free time, or a full one, which leads to waiting. */
export async function chooseTime(app: WeappApp, time: string): Promise<void> {
  await press(app, new RegExp(`^${time} 到`), 'link')
}

/** From what can be booked to the answers, for somebody who is signed in. */
export async function chooseAll(app: WeappApp, { group, day, time }: Wish): Promise<void> {
  await chooseHall(app, group)
  await chooseDay(app, day)
  await chooseTime(app, time)
  await arrivesAt(app, '给谁预约？')
  await press(app, '给我自己预约')
  await arrivesAt(app, '请核对')
}

/** From the answers to the page of the visit that was booked. */
export async function confirm(app: WeappApp): Promise<void> {
  await press(app, '确认预约')
  await arrivesAt(app, '预约好了')
}

/** Ten digits, as a scanner or staff need them, from the page of a visit. */
export function numberOn(app: WeappApp): string {
  const [, number = ''] = /预约号(\d{4} \d{3} \d{3})/.exec(app.text()) ?? []
  return number.replaceAll(' ', '')
}
