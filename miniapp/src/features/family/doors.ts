import { PAGES } from '../../platform/pages'

/** The way in, under 我的. Its words are here: text.ts would come into the main package with them. */
export const FAMILY_DOOR = {
  title: '我的家人',
  hint: '替老人、孩子出示健康码；谁能看我的',
  page: PAGES.family,
} as const
