import { PAGES } from '../../platform/pages'

const here = (screen: string) => `/features/appointments/pages/${screen}/index`

/** Pages of this feature. The BFF's messages link to `visit`, `visits` and `waiting`. */
export const APPOINTMENT_PAGES = {
  start: PAGES.booking,
  office: PAGES.bookingPlace,
  day: PAGES.bookingDay,
  time: here('time'),
  who: here('who'),
  check: here('check'),
  booked: here('booked'),
  visits: PAGES.visits,
  visit: here('visit'),
  moveDay: here('move-day'),
  moveTime: here('move-time'),
  moveCheck: here('move-check'),
  cancel: here('cancel'),
  wait: here('wait'),
  waiting: here('waiting'),
} as const
