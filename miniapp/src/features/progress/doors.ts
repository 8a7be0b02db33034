import { PROGRESS_PAGES } from './progress-pages'
import { doorsText } from './doors-text'

const { doors } = doorsText

/** The ways to find out how far something is; also on the first screen and under 办事. */
export const PROGRESS_DOORS = [
  { ...doors.caseNumber, page: PROGRESS_PAGES.caseNumber },
  { ...doors.myCases, page: PROGRESS_PAGES.myCases },
  { ...doors.idCard, page: PROGRESS_PAGES.idCard },
  { ...doors.exitEntry, page: PROGRESS_PAGES.exitEntry },
] as const

export const FOLLOWS_DOOR = { ...doors.follows, page: PROGRESS_PAGES.follows } as const
