import { PAGES } from '../../platform/pages'

/** The way in, on the first screen and under 办事. Its words are here: text.ts would come into the main package with them. */
export const HEALTH_CODE_DOOR = {
  title: '健康码',
  hint: '本人和家人的健康码、检测、疫苗、行程卡',
  page: PAGES.healthCode,
} as const
