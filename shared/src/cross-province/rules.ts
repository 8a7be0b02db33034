/**
 * Whose department decides. `county`: this county's, and the person is in the region; `region`: the region's, and the person is
 * in this county.
 */
export const DECIDING_SIDES = ['county', 'region'] as const
export type DecidingSide = (typeof DECIDING_SIDES)[number]

/** What an application online asks beside who the person is. */
export const QUESTION_KINDS = ['text', 'choice', 'date'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** Characters of an answer in words. */
export const ANSWER_LENGTH = 100

/**
 * `sending`: kept here, because the department did not answer yet; sent again until it does. `opened`: the department has it, and
 * its case is among the person's own. `refused`: the department did not take it.
 */
export const APPLICATION_STATES = ['sending', 'opened', 'refused'] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

/** How many of one person may be on their way to a department at a time. */
export const SENDING_LIMIT = 5
