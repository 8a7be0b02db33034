import type { AppointmentDto, WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import { isLocalDate, localDateAt } from '@one-visit/shared/kernel/local-date'
import type { Page } from 'playwright-core'
import { arrivesAt, press, sees } from './hands'
import { keepOnDevice, keptByToken } from './sign-in'
import type { Stack } from './stack'
import { draft } from './view-parts'
import type { View } from './views'
import type { Visitor } from './visitor'
import { bookAs, somebodyElse } from './visits'

const here = (screen: string): string => `/features/appointments/pages/${screen}/index`
const PLACE = { office: 'hall', itemGroup: 'household' } as const
const placeChosen = { 'draft:booking': draft(PLACE) }

function monthsAhead(stack: Stack): string[] {
  const today = stack.clock.now().getTime()
  const months = [today, today + 14 * 86_400_000].map((at) => localDateAt(at).slice(0, 7))
  return [...new Set(months)]
}

/** The first free time after today, by the BFF's clock. */
async function findFreeSlot(stack: Stack): Promise<string> {
  for (const month of monthsAhead(stack)) {
    const { items } = await stack.call('GET /v1/slot-days', { query: { ...PLACE, month } })
    for (const { date } of items.filter(({ state }) => state === 'open').slice(1)) {
      if (!isLocalDate(date)) continue
      const slots = await stack.call('GET /v1/slots', { query: { ...PLACE, date } })
      const free = slots.items.find((slot) => slot.free > 0)
      if (free) return free.id
    }
  }
  throw new Error('nothing is free')
}

/** Makes the device somebody's who has a visit: days may pass from view to view, so each has a person of its own. */
async function becomeVisitor({ page }: Visitor, stack: Stack): Promise<AppointmentDto> {
  await stack.runJob('slot-generator')
  const { token, visit } = await bookAs(stack, await somebodyElse(stack), await findFreeSlot(stack))
  await keepOnDevice(page, await keptByToken(stack, token))
  return visit
}

type Then = (page: Page, visit: AppointmentDto) => Promise<void>

const showing =
  (words: string | RegExp): Then =>
  (page) =>
    sees(page, words)

/** A page about the resident's visit. */
const ofVisit = (screen: string, name: string, then: Then): View => ({
  page: here(screen),
  name: `visit-${name}`,
  as: 'nobody',
  reach: async (visitor, stack) => {
    const visit = await becomeVisitor(visitor, stack)
    await visitor.open(`${here(screen)}?id=${visit.id}`)
    await then(visitor.page, visit)
  },
})

/** The days of the page on top: a grid, or in elder mode a list. */
async function pickDay(page: Page): Promise<void> {
  await sees(page, /名额/)
  const inGrid = page.getByRole('gridcell', { name: /，有名额/ })
  const days = (await inGrid.count()) > 0 ? inGrid : page.getByRole('list', { name: '可以约的日子' }).getByRole('link')
  // The first is today, when the last times may be over.
  await days.nth(1).click()
}

const pickTime = (page: Page): Promise<void> =>
  page
    .getByRole('link', { name: /^[上下]午.*还有/ })
    .first()
    .click()

/** From the days of the hall as far as the view wants. */
const choosing = (name: string, as: View['as'], page: string, then: (page: Page) => Promise<void>): View => ({
  page: here(page),
  name: `visit-${name}`,
  as,
  kept: placeChosen,
  reach: async (visitor, stack) => {
    await stack.runJob('slot-generator')
    await visitor.open(here('day'))
    await then(visitor.page)
  },
})

async function toWho(page: Page): Promise<void> {
  await pickDay(page)
  await arrivesAt(page, '几点来？')
  await pickTime(page)
  await arrivesAt(page, '给谁预约？')
}

async function toCheck(page: Page): Promise<void> {
  await toWho(page)
  await press(page, '给我自己预约')
  await sees(page, '确认预约')
}

/** Answers in place of the BFF, for what other people would have to bring about just now. */
const answered = (
  screen: string,
  name: string,
  path: string,
  bodyAt: (now: number) => unknown,
  words: string | RegExp,
  query = '',
): View => ({
  page: here(screen),
  name: `visit-${name}`,
  as: 'resident',
  query,
  reach: async ({ page, open }, stack) => {
    const json = bodyAt(stack.clock.now().getTime())
    await page.route(
      (url) => url.pathname === path,
      (route) => route.fulfill({ json }),
    )
    await open(here(screen) + query)
    await sees(page, words)
  },
})

const entry = (overrides: Partial<WaitingEntryDto>): WaitingEntryDto => ({
  id: 'w1',
  status: 'waiting',
  cause: 'freed',
  itemGroup: { id: 'household', name: '户籍和身份证' },
  office: { id: 'hall', name: '茶陵县政务服务中心' },
  slotId: '019a0000-0000-7000-8000-0000000000c1',
  date: '2026-12-08',
  startsAt: '09:00',
  endsAt: '09:20',
  ahead: 2,
  offerEndsAt: null,
  joinedAt: '2026-11-21T00:30:00.000Z',
  ...overrides,
})

const waiting = (name: string, words: string, overridesAt: (now: number) => Partial<WaitingEntryDto>): View =>
  answered('waiting', name, '/v1/waiting-entries', (now) => ({ items: [entry(overridesAt(now))] }), words, '?id=w1')

const HOUR_MS = 3_600_000
const instant = (at: number): string => new Date(at).toISOString()
const WANTED =
  '?slotId=019a0000-0000-7000-8000-0000000000c1&office=hall&itemGroup=household&date=2026-12-08&startsAt=09:00&endsAt=09:20'

export const VISIT_VIEWS: readonly View[] = [
  { page: here('start'), name: 'visit-start', as: 'nobody', reach: /户籍和身份证/ },
  { page: here('start'), name: 'visit-start-resident', as: 'resident', reach: '看我的预约' },
  { page: here('office'), name: 'visit-office-start', as: 'nobody', reach: '请先选要办的事' },
  {
    page: here('office'),
    name: 'visit-office',
    as: 'nobody',
    kept: { 'draft:booking': draft({ itemGroup: 'medical-insurance' }) },
    reach: /便民服务中心/,
  },
  choosing('day', 'nobody', 'day', (page) => sees(page, /名额/)),
  {
    ...choosing('day-why', 'nobody', 'day', async (page) => {
      await page
        .getByRole('gridcell', { name: /，不办/ })
        .last()
        .click()
      await page.getByRole('status').getByText(/不办$/).waitFor()
    }),
    only: 'ordinary',
  },
  choosing('time', 'nobody', 'time', async (page) => {
    await pickDay(page)
    await sees(page, /^还有/)
  }),
  choosing('who-nobody', 'nobody', 'who', toWho),
  choosing('who', 'resident', 'who', toWho),
  choosing('check', 'resident', 'check', toCheck),
  {
    page: here('check'),
    name: 'visit-refused',
    as: 'nobody',
    kept: placeChosen,
    reach: async (visitor, stack) => {
      await becomeVisitor(visitor, stack)
      await visitor.open(here('day'))
      await toCheck(visitor.page)
      await press(visitor.page, '确认预约')
      await arrivesAt(visitor.page, '您已经约了这一类事')
    },
  },
  ofVisit('booked', 'booked', showing('记到手机日历')),
  ofVisit('visit', 'visit', showing('记到手机日历')),
  { page: here('visit'), name: 'visit-gone', as: 'resident', query: '?id=nothing', reach: '看我的预约' },
  ofVisit('cancel', 'cancel', showing('取消这个预约')),
  ofVisit('move-day', 'move-day', showing(/名额/)),
  ofVisit('move-time', 'move-time', async (page, { id }) => {
    await page.goto(`${here('move-day')}?id=${id}`)
    await pickDay(page)
    await arrivesAt(page, '改到几点？')
    await sees(page, /^还有/)
  }),
  ofVisit('move-check', 'move-check', async (page, { id }) => {
    await page.goto(`${here('move-day')}?id=${id}`)
    await pickDay(page)
    await arrivesAt(page, '改到几点？')
    await pickTime(page)
    await sees(page, '确认改时间')
  }),
  {
    page: here('visits'),
    name: 'visit-visits',
    as: 'nobody',
    reach: async (visitor, stack) => {
      await becomeVisitor(visitor, stack)
      await visitor.open(here('visits'))
      await sees(visitor.page, '要去的')
    },
  },
  { page: here('visits'), name: 'visit-visits-out', as: 'nobody', reach: '登录后能看到您的预约' },
  { page: here('wait'), name: 'visit-wait', as: 'resident', query: WANTED, reach: /名额为您留 15 分钟/ },
  { page: here('wait'), name: 'visit-wait-gone', as: 'nobody', reach: '没有找到要等的时间' },
  waiting('waiting', '您前面还有 2 人', () => ({})),
  waiting('offer', '要这个名额', (now) => ({ status: 'offered', ahead: 0, offerEndsAt: instant(now + HOUR_MS / 4) })),
  waiting('offer-expired', '为您留的名额已过时间', (now) => ({ status: 'expired', offerEndsAt: instant(now - HOUR_MS) })),
  { page: here('waiting'), name: 'visit-waiting-gone', as: 'resident', query: '?id=nothing', reach: '没有找到这次排队' },
]
