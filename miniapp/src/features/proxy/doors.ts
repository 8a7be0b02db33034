import { PAGES } from '../../platform/pages'

/** The ways in, under 办事 and under 我的. Their words are here: text.ts would come into the main package with them. */
export const HELP_DOOR = { title: '找人帮忙', hint: '打电话、请志愿者帮忙、请家人代办', page: PAGES.help } as const
export const MANDATES_DOOR = { title: '谁能替我办事', hint: '看他办了什么，随时可以结束', page: PAGES.mandates } as const
