import { APPOINTMENT_PAGES } from './appointments-pages'

/**
 * The ways in, on the first screen, under 办事 and under 我的. Their words are here and not in text.ts, which would come into
 * the main package with them.
 */
export const BOOKING_DOOR = {
  title: '预约办事',
  hint: '选好时间再去，不用排队；周六也能办一部分',
  page: APPOINTMENT_PAGES.start,
} as const
export const VISITS_DOOR = {
  title: '我的预约',
  hint: '看时间和二维码，改时间、取消、排队',
  page: APPOINTMENT_PAGES.visits,
} as const
/** On the first screen, of a visit. */
export const TODAY = '今天'
