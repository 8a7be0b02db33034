import { doorsText } from './doors-text'
import { progressText } from './text'

/** The three lists of a person's own cases: where each is asked for, and who is waited for. */
export const OWN_CASES = {
  'my-cases': { endpoint: 'GET /v1/cases', title: doorsText.doors.myCases.title, asked: progressText.asked.every },
  'id-card': { endpoint: 'GET /v1/progress/id-card', title: doorsText.doors.idCard.title, asked: progressText.asked.police },
  'exit-entry': {
    endpoint: 'GET /v1/progress/exit-entry',
    title: doorsText.doors.exitEntry.title,
    asked: progressText.asked.police,
  },
} as const

export type OwnCases = keyof typeof OWN_CASES

export function isOwnCases(value: string | undefined): value is OwnCases {
  return value !== undefined && Object.keys(OWN_CASES).includes(value)
}
