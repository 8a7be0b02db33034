import { PAGES } from '../../platform/pages'

const here = (screen: string) => `/features/staff/pages/${screen}/index`

/** Pages of staff. Those of an office's day take `office` and `date`; one slot adds `slot`, one visit `slot` and `visit`. */
export const STAFF_PAGES = {
  signIn: PAGES.staffSignIn,
  home: PAGES.staffHome,
  board: here('board'),
  hour: here('hour'),
  slot: here('slot'),
  windows: here('windows'),
  pause: here('pause'),
  visit: here('visit'),
  move: here('move'),
  cancel: here('cancel'),
  day: here('day'),
  enter: here('enter'),
  checkIn: here('check-in'),
  queue: here('queue'),
  closeDay: here('close-day'),
  dayList: here('day-list'),
  load: here('load'),
  verify: here('verify'),
} as const
