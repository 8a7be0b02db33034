import { PAGES } from '../../platform/pages'

const here = (screen: string) => `/features/volunteer/pages/${screen}/index`

/**
 * Pages of the proxy service for volunteers and the counter. Those about a task take its `id`; `slip`, `acts` and `scan` that of a mandate,
 * `volunteer` that of one.
 */
export const VOLUNTEER_PAGES = {
  tasks: PAGES.tasks,
  task: here('task'),
  ask: here('ask'),
  code: here('code'),
  giveBack: here('give-back'),
  return: here('return'),
  finish: here('finish'),
  cancel: here('cancel'),
  open: PAGES.openTask,
  slip: here('slip'),
  acts: here('acts'),
  scan: here('scan'),
  end: PAGES.endMandate,
  volunteers: PAGES.volunteers,
  register: here('register'),
  volunteer: here('volunteer'),
} as const
