const here = (screen: string) => `/features/progress/pages/${screen}/index`

/** Pages of this feature. The BFF's messages link to `followed`. */
export const PROGRESS_PAGES = {
  start: here('start'),
  caseNumber: here('case-number'),
  casePassword: here('case-password'),
  caseLastFour: here('case-last-four'),
  caseFound: here('case-found'),
  myCases: here('my-cases'),
  idCard: here('id-card'),
  exitEntry: here('exit-entry'),
  ownCase: here('own-case'),
  follows: here('follows'),
  followed: here('followed'),
} as const
