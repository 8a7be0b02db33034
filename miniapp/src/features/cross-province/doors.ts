import { PAGES } from '../../platform/pages'

/** The way in, under 办事. Its words are here: text.ts would come into the main package with them. */
export const CROSS_PROVINCE_DOOR = {
  title: '跨省通办',
  hint: '人在外地办家里的事，人在家里办外地的事',
  page: PAGES.crossProvince,
} as const
