import path from 'node:path'
import { BOOKING_DAYS, freePlaces, instantAt, keptPlaces } from '@one-visit/shared/appointments/rules'
import { addDays, localDateAt, type LocalDate } from '@one-visit/shared/kernel/local-date'
import fc from 'fast-check'
import { openingOf } from '../../platform/calendar/opening-of'
import { type CountyPack, loadCountyPack } from '../../platform/county-pack'
import { bookableDays, bookingWindowProblem, hoursFor, type ItemGroup, type Office, planSlots } from './plan-slots'

const COUNTIES = path.join(__dirname, '../../../counties')
const PACKS = ['430224', '430212'].map((division) => loadCountyPack(COUNTIES, division))
const [CHALING] = PACKS as [CountyPack, CountyPack]
const hall = CHALING.offices.find(({ id }) => id === 'hall')!
const township = CHALING.offices.find(({ opensOnExtraDays }) => !opensOnExtraDays)!
const groupOf = (id: string): ItemGroup => CHALING.itemGroups.find((group) => group.id === id)!

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => minutes.sort((a, b) => a - b))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, index) => ({
      from: timeOf(minutes[index * 2]!),
      to: timeOf(minutes[index * 2 + 1]!),
    })),
  )

/** 2025 to 2027: two years with holiday data and one without. */
const date = fc.integer({ min: 0, max: 3 * 365 }).map((days) => addDays('2025-01-01' as LocalDate, days))

/** A real pack with everything that shapes slots made up. */
const plan = fc
  .record({
    pack: fc.constantFrom(...PACKS),
    date,
    countyHours: hours,
    ownHours: fc.option(hours),
    opensOnExtraDays: fc.boolean(),
    extraDayItems: fc.constantFrom<string[]>([], ['一件事']),
    slotMinutes: fc.integer({ min: 5, max: 240 }),
    peoplePerWindow: fc.integer({ min: 1, max: 20 }),
    open: fc.integer({ min: 0, max: 99 }),
    elderQuotaPercent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ pack, countyHours, ownHours, opensOnExtraDays, extraDayItems, open, slotMinutes, peoplePerWindow, ...rest }) => {
    const group: ItemGroup = { ...pack.itemGroups[0]!, slotMinutes, peoplePerWindow, extraDayItems }
    const office: Office = {
      ...pack.offices[0]!,
      hours: ownHours,
      opensOnExtraDays,
      windows: [{ itemGroup: group.id, open, spare: 1 }],
    }
    const booking = { ...pack.booking, elderQuotaPercent: rest.elderQuotaPercent }
    const changed: CountyPack = { ...pack, booking, opening: { ...pack.opening, ordinaryHours: countyHours } }
    return { pack: changed, office, group, date: rest.date, open }
  })

describe('the slots of a day', () => {
  test('never overlap, last as long as the pack says, and lie wholly within the hours, one of them as tight as it can be', () => {
    fc.assert(
      fc.property(plan, ({ pack, office, group, date: day }) => {
        const opening = openingOf(pack, day)
        const slots = planSlots(pack, office, group, day)
        const open = hoursFor(pack, office, group, opening)
        slots.forEach(({ startsAt, endsAt }, index) => {
          expect(minuteOf(endsAt) - minuteOf(startsAt)).toBe(group.slotMinutes)
          expect(open.some(({ from, to }) => from <= startsAt && endsAt <= to)).toBe(true)
          if (index > 0) expect(slots[index - 1]!.endsAt <= startsAt).toBe(true)
        })
        for (const { from, to } of open) {
          const within = slots.filter(({ startsAt }) => from <= startsAt && startsAt < to)
          const left = minuteOf(to) - minuteOf(within.at(-1)?.endsAt ?? from)
          expect(left).toBeLessThan(group.slotMinutes)
        }
      }),
    )
  })

  test('begin on their day, in Shanghai', () => {
    fc.assert(
      fc.property(plan, ({ pack, office, group, date: day }) => {
        for (const { startsAt, beginsAt } of planSlots(pack, office, group, day)) {
          expect(localDateAt(Date.parse(beginsAt))).toBe(day)
          expect(Date.parse(beginsAt)).toBe(instantAt(day, startsAt))
          expect(beginsAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/)
        }
      }),
    )
  })

  test('take as many people as there are windows times people a window, of which the share of the pack is kept', () => {
    fc.assert(
      fc.property(plan, ({ pack, office, group, date: day, open }) => {
        for (const { windows, peoplePerWindow, capacity, kept } of planSlots(pack, office, group, day)) {
          expect([windows, peoplePerWindow, capacity]).toEqual([open, group.peoplePerWindow, open * group.peoplePerWindow])
          expect(Math.abs(kept - (capacity * pack.booking.elderQuotaPercent) / 100)).toBeLessThanOrEqual(0.5)
          expect(kept).toBeLessThanOrEqual(capacity)
        }
      }),
    )
    expect([0, 2, 3, 5, 10, 12, 13].map((capacity) => keptPlaces(capacity, 20))).toEqual([0, 0, 1, 1, 2, 2, 3])
  })

  test('there are none on days that are closed or unknown, and none on extra days for who rests then', () => {
    fc.assert(
      fc.property(plan, ({ pack, office, group, date: day }) => {
        const { kind } = openingOf(pack, day)
        const rests = kind === 'open' && !(office.opensOnExtraDays && group.extraDayItems.length > 0)
        if (kind === 'closed' || kind === 'unknown' || rests) expect(planSlots(pack, office, group, day)).toEqual([])
      }),
    )
  })

  test('on a Saturday only the hall, and there only what has items for it', () => {
    const saturday = '2026-11-28' as LocalDate
    const household = planSlots(CHALING, hall, groupOf('household'), saturday)
    expect([household[0]?.startsAt, household.at(-1)?.endsAt, household.length]).toEqual(['09:00', '16:00', 18])
    expect(planSlots(CHALING, hall, groupOf('vehicle'), saturday)).toEqual([])
    expect(planSlots(CHALING, township, groupOf('medical-insurance'), saturday)).toEqual([])
  })

  test("an office's own hours stand for the ordinary ones, but not for those of a day that the county set by itself", () => {
    const day = '2026-11-25' as LocalDate
    const own: Office = { ...township, hours: [{ from: '08:30', to: '12:00' }] }
    const noon = { date: day, kind: 'ordinary' as const, reason: '停电。', hours: [{ from: '09:00', to: '10:00' }] }
    const group = groupOf('general')
    const first = (pack: CountyPack): unknown => planSlots(pack, own, group, day)[0]?.startsAt
    expect(first(CHALING)).toBe('08:30')
    expect(first({ ...CHALING, opening: { ...CHALING.opening, overrides: [{ ...noon, hours: null }] } })).toBe('08:30')
    expect(first({ ...CHALING, opening: { ...CHALING.opening, overrides: [noon] } })).toBe('09:00')
  })

  test('an office without a window for a group has none', () => {
    expect(planSlots(CHALING, township, groupOf('exit-entry'), '2026-11-25' as LocalDate)).toEqual([])
  })
})

describe('what is free', () => {
  const slot = fc
    .record({ capacity: fc.nat(200), percent: fc.integer({ min: 0, max: 100 }), a: fc.nat(200), b: fc.nat(200), c: fc.nat(200) })
    .map(({ capacity, percent, a, b, c }) => {
      const booked = a % (capacity + 1)
      const held = b % (capacity - booked + 1)
      return { capacity, kept: keptPlaces(capacity, percent), booked, held, ordinary: c % (booked + held + 1) }
    })

  test('is never below nothing, and never more for everybody than for elderly people', () => {
    fc.assert(
      fc.property(slot, fc.boolean(), (counts, keptOpen) => {
        const { forElders, forAll } = freePlaces(counts, keptOpen)
        expect(forAll).toBeGreaterThanOrEqual(0)
        expect(forAll).toBeLessThanOrEqual(forElders)
        expect(counts.booked + counts.held + forElders).toBe(counts.capacity)
      }),
    )
  })

  test('leaves what is kept: before the 24 hours, ordinary people never have more than the rest', () => {
    fc.assert(
      fc.property(slot, fc.array(fc.boolean(), { maxLength: 300 }), ({ capacity, kept }, people) => {
        const counts = { capacity, kept, booked: 0, held: 0, ordinary: 0 }
        for (const elder of people) {
          const { forElders, forAll } = freePlaces(counts, false)
          if ((elder ? forElders : forAll) === 0) continue
          counts.booked += 1
          if (!elder) counts.ordinary += 1
        }
        expect(counts.ordinary).toBeLessThanOrEqual(capacity - kept)
        expect(counts.booked).toBeLessThanOrEqual(capacity)
        expect(freePlaces(counts, true).forAll).toBe(capacity - counts.booked)
      }),
    )
  })
})

describe('the days that can be booked', () => {
  const at = (time: string): Date => new Date(`${time}+08:00`)

  test('are fourteen from the time of day on that the pack sets, and thirteen before it', () => {
    expect(bookableDays(CHALING, at('2026-11-21T07:59:59'))).toEqual({
      firstDay: '2026-11-21',
      lastDay: '2026-12-03',
      opensAt: '2026-11-21T00:00:00.000Z',
    })
    expect(bookableDays(CHALING, at('2026-11-21T08:00:00'))).toEqual({
      firstDay: '2026-11-21',
      lastDay: '2026-12-04',
      opensAt: '2026-11-22T00:00:00.000Z',
    })
  })

  test('agree with the decision about one slot at every instant', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.integer({ min: -3, max: 20 }), fc.integer({ min: 0, max: 1439 }), (now, ahead, minute) => {
        const { firstDay, lastDay, opensAt } = bookableDays(CHALING, now)
        const day = addDays(firstDay, ahead)
        const begins = new Date(instantAt(day, timeOf(minute)))
        const found = bookingWindowProblem(CHALING, { date: day, begins_at: begins.toISOString() }, now)
        expect(found).toBe(begins <= now ? 'slot_past' : day > lastDay ? 'slot_not_open_yet' : null)
        expect(new Date(opensAt) > now).toBe(true)
        expect(bookableDays(CHALING, new Date(opensAt)).lastDay).toBe(addDays(lastDay, 1))
        expect([BOOKING_DAYS - 1, BOOKING_DAYS - 2].map((days) => addDays(firstDay, days))).toContain(lastDay)
      }),
    )
  })
})
