import type { AppointmentDto, WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import { isLocalDate, localDateAt } from '@one-visit/shared/kernel/local-date'
import type { Page } from 'playwright-core'
import { person, signInBySms } from '../../../bff/test/people'
import { arrivesAt, press, sees } from './hands'
import type { Stack } from './stack'
import type { View } from './views'
import type { Visitor } from './visitor'

const here = (screen: string): string => `/features/appointments/pages/${screen}/index`
const PLACE = { office: 'hall', itemGroup: 'household' } as const
const draft = (values: Record<string, string>): unknown => ({ at: Date.now(), values })
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

/** The resident's visit; booked when there is none, for days may have passed since the last. */
async function findVisit(stack: Stack): Promise<AppointmentDto> {
  await stack.runJob('slot-generator')
  const { token } = await signInBySms(stack, person('chenjianguo').phone)
  const { active } = await stack.call('GET /v1/appointments', { token })
  const inAnHour = stack.clock.now().getTime() + 3_600_000
  const known = active.find((visit) => visit.itemGroup.id === PLACE.itemGroup && Date.parse(visit.beginsAt) > inAnHour)
  return known ?? stack.call('POST /v1/appointments', { token, body: { slotId: await findFreeSlot(stack) } })
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
  as: 'resident',
  reach: async ({ page, open }, stack) => {
    const visit = await findVisit(stack)
    await open(`${here(screen)}?id=${visit.id}`)
    await then(page, visit)
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
const answered = (screen: string, name: string, path: string, body: unknown, words: string | RegExp, query = ''): View => ({
  page: here(screen),
  name: `visit-${name}`,
  as: 'resident',
  query,
  reach: async ({ page, open }: Visitor) => {
    await page.route(
      (url) => url.pathname === path,
      (route) => route.fulfill({ json: body }),
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

const waiting = (name: string, words: string, overrides: Partial<WaitingEntryDto>): View =>
  answered('waiting', name, '/v1/waiting-entries', { items: [entry(overrides)] }, words, '?id=w1')

const minutesOn = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()
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
    as: 'resident',
    kept: placeChosen,
    reach: async (visitor, stack) => {
      await findVisit(stack)
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
    as: 'resident',
    reach: async ({ page, open }, stack) => {
      await findVisit(stack)
      await open(here('visits'))
      await sees(page, '要去的')
    },
  },
  { page: here('visits'), name: 'visit-visits-out', as: 'nobody', reach: '登录后能看到您的预约' },
  { page: here('wait'), name: 'visit-wait', as: 'resident', query: WANTED, reach: /名额为您留 15 分钟/ },
  { page: here('wait'), name: 'visit-wait-gone', as: 'nobody', reach: '没有找到要等的时间' },
  waiting('waiting', '您前面还有 2 人', {}),
  waiting('offer', '要这个名额', { status: 'offered', ahead: 0, offerEndsAt: minutesOn(600) }),
  waiting('offer-expired', '为您留的名额已过时间', { status: 'expired', offerEndsAt: minutesOn(-5) }),
  { page: here('waiting'), name: 'visit-waiting-gone', as: 'resident', query: '?id=nothing', reach: '没有找到这次排队' },
]
