import { MOBILE_PATTERN } from '@one-visit/shared/identity/rules'
import { addDays, localDateAt, type LocalDate } from '@one-visit/shared/kernel/local-date'
import {
  DAY_PARTS,
  REQUEST_DAYS_AHEAD,
  REQUEST_TOPICS,
  REQUEST_WAYS,
  type DayPart,
  type RequestTopic,
  type RequestWay,
} from '@one-visit/shared/proxy/rules'
import { newId } from '../../platform/ids'
import { useFlow, type Flow, type FlowPlan } from '../../platform/flow'
import { PROXY_PAGES } from './proxy-pages'

const EMPTY = {
  /** `self`, or the id of a member of the family. */
  who: '',
  /** As `who` is shown; masked. */
  person: '',
  topic: '',
  words: '',
  way: '',
  office: '',
  officeName: '',
  address: '',
  date: '',
  part: 'any',
  phone: '',
  /** New with each answer and sent with them all: the same answers are one request, whatever happens in between. */
  key: '',
}

export type RequestAnswers = typeof EMPTY

export const ADDRESS_LENGTH = { least: 4, most: 100 } as const
export const WORDS_LENGTH = { least: 2, most: 200 } as const

export const readTopic = (value: string): RequestTopic | null => REQUEST_TOPICS.find((topic) => topic === value) ?? null
export const readWay = (value: string): RequestWay | null => REQUEST_WAYS.find((way) => way === value) ?? null
export const readPart = (value: string): DayPart => DAY_PARTS.find((part) => part === value) ?? 'any'

/** The days that can be wished for, today first. */
export function daysToWish(): LocalDate[] {
  const today = localDateAt(Date.now())
  return Array.from({ length: REQUEST_DAYS_AHEAD + 1 }, (_, ahead) => addDays(today, ahead))
}

const hasWords = ({ topic, words }: RequestAnswers): boolean => topic !== 'other' || words.trim().length >= WORDS_LENGTH.least
const always = (): boolean => true

export const REQUEST_PLAN: FlowPlan<RequestAnswers> = {
  name: 'help-request',
  own: true,
  empty: EMPTY,
  check: PROXY_PAGES.check,
  steps: [
    { page: PROXY_PAGES.who, isNeeded: always, isAnswered: ({ who }) => who !== '' },
    { page: PROXY_PAGES.what, isNeeded: always, isAnswered: (answers) => readTopic(answers.topic) !== null && hasWords(answers) },
    { page: PROXY_PAGES.how, isNeeded: always, isAnswered: ({ way }) => readWay(way) !== null },
    { page: PROXY_PAGES.where, isNeeded: always, isAnswered: ({ office }) => office !== '' },
    {
      page: PROXY_PAGES.address,
      isNeeded: ({ way }) => way === 'home',
      isAnswered: ({ address }) => address.trim().length >= ADDRESS_LENGTH.least,
    },
    // A draft is kept for days: a day that has gone by is asked for again.
    { page: PROXY_PAGES.day, isNeeded: always, isAnswered: ({ date }) => daysToWish().some((day) => day === date) },
    { page: PROXY_PAGES.phone, isNeeded: always, isAnswered: ({ phone }) => MOBILE_PATTERN.test(phone) },
  ],
}

const PAGE_OF: Readonly<Record<string, string>> = {
  ...{ member: PROXY_PAGES.who, topic: PROXY_PAGES.what, words: PROXY_PAGES.what, way: PROXY_PAGES.how },
  ...{ office: PROXY_PAGES.where, address: PROXY_PAGES.address, date: PROXY_PAGES.day, part: PROXY_PAGES.day },
  phone: PROXY_PAGES.phone,
}

/** The question that a field of the BFF belongs to. */
export const pageOf = (path: string): string => PAGE_OF[path] ?? PROXY_PAGES.who

/** The answers so far of a request for help. */
export function useRequestFlow(): Flow<RequestAnswers> {
  const flow = useFlow(REQUEST_PLAN)
  return { ...flow, proceed: async (page, more) => flow.proceed(page, { ...more, key: await newId() }) }
}
