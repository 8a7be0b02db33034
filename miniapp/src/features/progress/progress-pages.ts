import { PAGES } from '../../platform/pages'

const here = (screen: string) => `/features/progress/pages/${screen}/index`

/** Pages of this feature. The BFF's messages link to `followed`. */
export const PROGRESS_PAGES = {
  start: here('start'),
  caseNumber: PAGES.caseNumber,
  casePassword: here('case-password'),
  caseLastFour: here('case-last-four'),
  caseFound: here('case-found'),
  myCases: PAGES.myCases,
  idCard: PAGES.idCard,
  exitEntry: PAGES.exitEntry,
  ownCase: here('own-case'),
  follows: here('follows'),
  followed: here('followed'),
} as const
