import type { LaunchOptions, WeappApp } from '../../weapp-runner'
import { keptByStaff } from '../support/sign-in'
import type { Stack } from '../support/stack'
import { arrivesAt, fillIn, press, sees } from './hands'
import { visitor } from './people'

/** The board asks anew every three seconds. */
const PATIENCE_MS = 15_000

export const staffPage = (screen: string): string => `features/staff/pages/${screen}/index`
/** 户籍和身份证, the first item group of the hall's board: six people a slot, three windows and one to spare. */
export const HOUSEHOLD = '户籍和身份证'

/** The phone of a clerk of the hall, or of somebody else of the demonstration's staff, who has signed in. */
export async function clerk(stack: Stack, username = 'clerk'): Promise<Pick<LaunchOptions, 'hasConsented' | 'storage'>> {
  const { storage, hasConsented } = visitor('chenjianguo')
  const { 'staff-session': session } = await keptByStaff(stack, username)
  return { hasConsented, storage: { ...storage, 'one-visit:staff-session': session } }
}

/** The board of that item group. */
export async function openBoard(app: WeappApp, group: string = HOUSEHOLD): Promise<void> {
  await app.open(staffPage('board'))
  await arrivesAt(app, '预约看板')
  await press(app, group, 'radio')
}

/** Waits until a row of the board says so; what others change comes by itself. */
export async function boardSays(app: WeappApp, span: string, words: string): Promise<void> {
  await app.waitFor(() => app.getByRole('link', { name: new RegExp(`^${span}.*${words}`) }), PATIENCE_MS)
}

/** From the board to one slot. */
export async function openSlot(app: WeappApp, span: string): Promise<void> {
  await press(app, new RegExp(`^${span}`), 'link')
  await arrivesAt(app, '一个时段')
}

export async function backToBoard(app: WeappApp): Promise<void> {
  await press(app, '回到看板')
  await arrivesAt(app, '预约看板')
}

export interface Entry {
  readonly how: '电话预约' | '现场取号'
  readonly span: string
  readonly name: string
  readonly residentId: string
  readonly phone: string
}

/** Fills in a visit for somebody, and sends it. */
export async function enterVisit(app: WeappApp, { how, span, name, residentId, phone }: Entry): Promise<void> {
  await arrivesAt(app, '代为预约')
  await press(app, new RegExp(`^${how}`), 'radio')
  await press(app, HOUSEHOLD, 'radio')
  await press(app, new RegExp(`^${span}`), 'radio')
  await fillIn(app, '姓名', name)
  await fillIn(app, '身份证号', residentId)
  await fillIn(app, '手机号（可以不填）', phone)
  await press(app, '预约')
  await sees(app, how === '电话预约' ? /已约好/ : /已取号/)
}
