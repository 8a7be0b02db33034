import { MANDATE_OPERATIONS, type MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import { MANDATE_DAYS } from '@one-visit/shared/proxy/rules'
import { useFlow, type Flow, type FlowPlan } from '../../platform/flow'
import { PROXY_PAGES } from './proxy-pages'

const EMPTY = {
  /** The id of a member of the family. */
  member: '',
  /** As the member is shown; masked. */
  person: '',
  /** These three: ids with commas between. */
  operations: '',
  visits: '',
  licences: '',
  days: '',
}

export type AskAnswers = typeof EMPTY

/** The most of one kind that a mandate can name. */
export const MOST_ITEMS = 12
export const DAYS = ['1', '7', String(MANDATE_DAYS)] as const

export const listOf = (ids: string): string[] => (ids === '' ? [] : ids.split(','))
const has = ({ operations }: AskAnswers, operation: MandateOperation): boolean => listOf(operations).includes(operation)
const always = (): boolean => true

export const ASK_PLAN: FlowPlan<AskAnswers> = {
  name: 'ask-mandate',
  own: true,
  empty: EMPTY,
  check: PROXY_PAGES.askCheck,
  steps: [
    { page: PROXY_PAGES.askWho, isNeeded: always, isAnswered: ({ member }) => member !== '' },
    { page: PROXY_PAGES.askWhat, isNeeded: always, isAnswered: ({ operations }) => operations !== '' },
    {
      page: PROXY_PAGES.askVisits,
      isNeeded: (answers) => has(answers, 'book_visits'),
      isAnswered: ({ visits }) => visits !== '',
    },
    {
      page: PROXY_PAGES.askLicences,
      isNeeded: (answers) => has(answers, 'show_licences'),
      isAnswered: ({ licences }) => licences !== '',
    },
    { page: PROXY_PAGES.askDays, isNeeded: always, isAnswered: ({ days }) => days !== '' },
  ],
}

/** The question that a field of the BFF belongs to: `scope.1.items` is the second of what was chosen. */
export function pageOf(answers: AskAnswers, path: string): string {
  const [field, place] = path.split('.')
  if (field !== 'scope') return field === 'days' ? PROXY_PAGES.askDays : PROXY_PAGES.askWho
  const operation = scopeOf(answers)[Number(place)]?.operation
  if (operation === 'book_visits') return PROXY_PAGES.askVisits
  return operation === 'show_licences' ? PROXY_PAGES.askLicences : PROXY_PAGES.askWhat
}

/** The answers so far of asking to act for a member of the family. */
export function useAskFlow(): Flow<AskAnswers> {
  return useFlow(ASK_PLAN)
}

interface ScopeEntry {
  operation: MandateOperation
  items: string[] | null
}

/** What is asked for, in the order in which people read it. */
export function scopeOf(answers: AskAnswers): ScopeEntry[] {
  const items = { book_visits: listOf(answers.visits), show_licences: listOf(answers.licences) }
  return MANDATE_OPERATIONS.filter((operation) => has(answers, operation)).map((operation) => ({
    operation,
    items: operation === 'book_visits' || operation === 'show_licences' ? items[operation] : null,
  }))
}
