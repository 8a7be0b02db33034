import type { Page } from 'playwright-core'
import type { SignedIn } from '../../race/seed'
import { arrivesAt, press } from './hands'
import type { Journey } from './journey'
import { keptByToken } from './sign-in'
import { somebodyElse } from './visits'
import type { Visitor, VisitorOptions } from './visitor'

/** What a person is after, in the words of the pages: 户籍和身份证, 11月24日 周二, 上午9:00. */
export interface Wish {
  readonly group: string
  readonly day: string
  readonly time: string
}

const HALL = /政务服务中心/

export const bookingPage = (screen: string): string => `/features/appointments/pages/${screen}/index`

/** From the list of what can be booked to the days of the hall. */
export async function chooseHall(page: Page, group: string): Promise<void> {
  await arrivesAt(page, '您要办什么事？')
  await press(page, new RegExp(`^${group}`), 'link')
  await arrivesAt(page, '到哪里办？')
  await press(page, HALL, 'link')
  await arrivesAt(page, '哪一天来？')
}

/** From the days to the times, by the month's grid. */
export async function chooseDay(page: Page, day: string): Promise<void> {
  await press(page, new RegExp(`^${day}，(有名额|约满了)`), 'gridcell')
  await arrivesAt(page, /几点/)
}

/** A free time, or a full one, which leads to waiting. */
export async function chooseTime(page: Page, time: string): Promise<void> {
  await press(page, new RegExp(`^${time} 到`), 'link')
}

/** From what can be booked to the answers, for somebody who is signed in. */
export async function chooseAll(page: Page, { group, day, time }: Wish): Promise<void> {
  await chooseHall(page, group)
  await chooseDay(page, day)
  await chooseTime(page, time)
  await arrivesAt(page, '给谁预约？')
  await press(page, '给我自己预约')
  await arrivesAt(page, '请核对')
}

export const confirm = (page: Page): Promise<void> => press(page, '确认预约')

/** The window of a person who is signed in; of somebody without any visit unless said. */
export async function openSignedIn(
  journey: Journey,
  { as, ...options }: VisitorOptions & { readonly as?: SignedIn } = {},
): Promise<Visitor & SignedIn> {
  const person = as ?? (await somebodyElse(journey.stack))
  return { ...person, ...(await journey.visit({ ...options, kept: await keptByToken(journey.stack, person.token) })) }
}
