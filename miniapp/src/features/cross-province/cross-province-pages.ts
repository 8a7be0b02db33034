import { PAGES } from '../../platform/pages'
import type { DecidingSide } from '@one-visit/shared/cross-province/rules'

const here = (screen: string) => `/features/cross-province/pages/${screen}/index`

/**
 * Pages of this feature. `start` and `region` may take the id of an `item`; from `region` on they take a `side`, then a `region`,
 * then an `item`; `question` also the id of a `question`. The BFF's messages link to `application`.
 */
export const ACROSS_PAGES = {
  start: PAGES.crossProvince,
  region: here('region'),
  items: here('items'),
  item: here('item'),
  question: here('question'),
  check: here('check'),
  application: here('application'),
  applications: here('applications'),
} as const

/** An item, as one side decides it together with a region. */
export interface Subject {
  side: DecidingSide
  region: string
  item: string
}

const addressWith = (page: string, { side, region, item }: Subject): string =>
  `${page}?side=${side}&region=${region}&item=${item}`

/** The address of a question; ids of the county pack need no encoding. */
export const questionPage = (subject: Subject, question: string): string =>
  `${addressWith(ACROSS_PAGES.question, subject)}&question=${question}`

export const checkPage = (subject: Subject): string => addressWith(ACROSS_PAGES.check, subject)
