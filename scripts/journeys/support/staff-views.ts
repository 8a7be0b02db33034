import type { BoardDto, BoardSlotDto, BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { instantAt } from '@one-visit/shared/appointments/rules'
import { addDays, localDateAt } from '@one-visit/shared/kernel/local-date'
import { person } from '../../../bff/test/people'
import { CHECK_VIEWS } from './check-views'
import { arrivesAt, fillIn, press, sees } from './hands'
import { keepOnDevice, keptByStaff } from './sign-in'
import type { Stack } from './stack'
import type { View } from './views'
import type { Visitor } from './visitor'

const staff = (screen: string): string => `/features/staff/pages/${screen}/index`
const OFFICE = 'hall'
/** A morning takes one of them: nobody has two visits for the same. */
const GROUPS = ['household', 'social-security', 'medical-insurance'] as const
const REASON = '演示停电'
/** A code of staff counts once, and the next comes after half a minute. */
const NEXT_CODE_MS = 31_000

/** An ordinary day at the county hall, shortly after it has opened: one person has come, one is expected in the last hour. */
interface Morning {
  readonly date: string
  readonly group: BoardDto['groups'][number]
  readonly come: BoardVisitDto
  readonly expected: BoardVisitDto
}

const mornings = new WeakMap<Stack, Morning[]>()

async function signInAnew(stack: Stack): Promise<{ kept: Awaited<ReturnType<typeof keptByStaff>>; token: string }> {
  stack.clock.advance(NEXT_CODE_MS)
  const kept = await keptByStaff(stack, 'admin')
  return { kept, token: (kept['staff-session'] as { token: string }).token }
}

/** Moves the clock on to the next ordinary day, and enters two visits. */
async function prepareMorning(stack: Stack, nth: number): Promise<Morning> {
  for (;;) {
    const date = addDays(localDateAt(stack.clock.now()), 1)
    stack.clock.advance(instantAt(date, '09:05') - stack.clock.now().getTime())
    await stack.runJob('slot-generator')
    const { token } = await signInAnew(stack)
    const board = await stack.call('GET /v1/staff/board', { token, query: { office: OFFICE, date } })
    const group = board.groups.find(({ id }) => id === GROUPS[nth])
    if (board.opening.kind !== 'ordinary' || group === undefined) continue
    const slots = board.slots.filter(({ itemGroup }) => itemGroup === group.id)
    const enter = (channel: 'phone' | 'walk_in', key: string, slot: BoardSlotDto | undefined) => {
      const { name, residentId } = person(key)
      return stack.call('POST /v1/staff/appointments', {
        token,
        body: { slotId: slot?.id ?? '', channel, name, residentId, phone: null },
      })
    }
    const come = await enter('walk_in', 'wangxiuying', slots[0])
    const expected = await enter('phone', 'liuzhiqiang', slots.at(-1))
    return { date, group, come, expected }
  }
}

/** The morning of today; a new one when another view has let days pass. The clerk's session has then ended, too. */
async function morningOf(stack: Stack, { page }: Visitor): Promise<Morning> {
  const known = mornings.get(stack) ?? []
  const last = known.at(-1)
  if (last?.date === localDateAt(stack.clock.now())) return last
  const morning = await prepareMorning(stack, known.length)
  mornings.set(stack, [...known, morning])
  const { kept } = await signInAnew(stack)
  await keepOnDevice(page, kept)
  return morning
}

type Parts = (morning: Morning) => Record<string, string>
type Then = (visitor: Visitor, stack: Stack, morning: Morning) => Promise<void>

const openedBy =
  (page: string, parts: Parts, then: Then): View['reach'] =>
  async (visitor, stack) => {
    const morning = await morningOf(stack, visitor)
    const query = new URLSearchParams({ office: OFFICE, date: morning.date, ...parts(morning) })
    await visitor.open(`${page}?${query.toString()}`)
    await then(visitor, stack, morning)
  }

const showing =
  (words: string | RegExp): Then =>
  ({ page }) =>
    sees(page, words)

const noParts: Parts = () => ({})
const slotOf: Parts = ({ group, expected }) => ({ group: group.id, slot: expected.slotId })
const rangeOf: Parts = ({ group, expected }) => ({ group: group.id, from: expected.startsAt, to: expected.endsAt })
const visitOf =
  (of: 'come' | 'expected'): Parts =>
  ({ [of]: visit }) => ({ slot: visit.slotId, visit: visit.id })

const pressFor =
  (button: string, words: string | RegExp): Then =>
  async ({ page }) => {
    await press(page, button)
    await sees(page, words)
  }

const view = (screen: string, name: string, parts: Parts, then: Then): View => ({
  page: staff(screen),
  name: `staff-${name}`,
  as: 'admin',
  reach: openedBy(staff(screen), parts, then),
})

export const STAFF_VIEWS: readonly View[] = [
  { page: staff('home'), name: 'staff-home-out', as: 'nobody', reach: '您还没有以工作人员身份登录' },
  { page: staff('home'), name: 'staff-home', as: 'clerk', reach: '窗口人员' },
  { page: staff('home'), name: 'staff-home-supervisor', as: 'admin', reach: '忙闲统计' },
  {
    page: staff('sign-in'),
    name: 'staff-sign-in',
    as: 'nobody',
    reach: pressAlert('登录'),
  },
  { page: staff('board'), name: 'staff-board-office', as: 'admin', reach: '哪个大厅或站点？' },
  { page: staff('board'), name: 'staff-board-volunteer', as: 'volunteer', reach: '这一页不是给您的岗位用的' },
  view('board', 'board', noParts, showing(/每 3 秒自动更新/)),
  view('board', 'board-other-day', noParts, pressFor('换网点或日期', '哪一天？')),
  view('board', 'board-offline', noParts, async ({ page, context }) => {
    await sees(page, /每 3 秒自动更新/)
    await context.setOffline(true)
    await sees(page, '没有更新成功，下面可能不是最新的')
  }),
  view('hour', 'hour', ({ group, come }) => ({ group: group.id, hour: come.startsAt.slice(0, 2) }), showing(/^改这个小时/)),
  view('slot', 'slot', slotOf, showing('刘*强')),
  view('slot', 'slot-gone', noParts, showing('没有找到这个时段')),
  view('windows', 'windows-errors', noParts, pressFor('改成这样', '错误：请选择哪一类事')),
  view('windows', 'windows-refused', rangeOf, async ({ page }) => {
    await fillIn(page, '开几个窗口？', '0')
    await fillIn(page, '为什么？', REASON)
    await press(page, '改成这样')
    await sees(page, /把 刘\*强 改到别的时间/)
  }),
  view('pause', 'pause', rangeOf, showing('要做什么？')),
  view('visit', 'visit', visitOf('expected'), showing('改时间')),
  view('visit', 'visit-come', visitOf('come'), pressFor('叫到窗口', '错误：请填写您的窗口号')),
  view('visit', 'visit-gone', noParts, showing('没有找到这个预约')),
  view('move', 'move-errors', visitOf('expected'), pressFor('改到这个时间', '错误：请选择时间')),
  view('cancel', 'cancel', visitOf('expected'), showing('取消这个预约')),
  view('day', 'day', noParts, showing(/^\d+ 个预约$/)),
  view('enter', 'enter-errors', slotOf, pressFor('预约', '错误：请填写身份证上的姓名')),
  view('check-in', 'check-in-errors', noParts, pressFor('签到', /错误：请填写 10 位预约号/)),
  view('check-in', 'check-in-done', noParts, async ({ page }, _, { come }) => {
    await fillIn(page, '预约号或身份证号', come.number)
    await press(page, '签到')
    await sees(page, '签到成功')
  }),
  view('queue', 'queue', noParts, async ({ page }, _, { group }) => {
    await press(page, group.name, 'radio')
    await sees(page, '王*英（长辈）')
  }),
  view('close-day', 'close-day', noParts, showing('关闭后会这样')),
  view('day-list', 'day-list', noParts, async ({ page }) => {
    await fillIn(page, '用来做什么？', REASON)
    await press(page, '取出名单')
    await sees(page, /^共 \d+ 个预约$/)
  }),
  view('load', 'load', noParts, async ({ page }) => {
    await arrivesAt(page, '忙闲统计')
    await sees(page, '按网点')
  }),
  ...CHECK_VIEWS,
]

function pressAlert(button: string): (visitor: Visitor) => Promise<void> {
  return async ({ page }) => {
    await press(page, button)
    await page.getByRole('alert').waitFor()
  }
}
