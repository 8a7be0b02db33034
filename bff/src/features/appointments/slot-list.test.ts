import { appointmentEndpoints } from '@one-visit/shared/appointments/contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { SettableClock } from '../../../test/settable-clock'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { CountyPack } from '../../platform/county-pack'
import { generateSlots } from './generate-slots'
import { findNearestSlots } from './nearest-slots'
import { listSlotDays } from './slot-days'
import { listSlots } from './slot-list'
import { smallCounty } from './testing/small-county'

const PACK = smallCounty()
const TOWNSHIP = PACK.offices[1]!.id
const HOUSEHOLD = { office: 'hall', itemGroup: 'household' }
const GENERAL = { office: 'hall', itemGroup: 'general' }
const WEDNESDAY = '2026-11-25'
const LAST = '2026-12-04'

let database: TestDatabase
let clock: SettableClock
beforeEach(async () => {
  database = await openTestDatabase()
  clock = new SettableClock()
  await generateSlots({ database, pack: PACK, clock })
})
afterEach(() => database.close())

const deps = (pack: CountyPack = PACK) => ({ database, pack, clock })
const day = (date: string, place = HOUSEHOLD, pack = PACK) => listSlots(deps(pack), { ...place, date: date as LocalDate })
const nearest = (date: string, place = HOUSEHOLD) => findNearestSlots(deps(), { ...place, date: date as LocalDate })
const month = async (of: string, place = HOUSEHOLD, pack = PACK) => listSlotDays(deps(pack), { ...place, month: of })

interface Where {
  readonly date: string
  readonly group?: string
  readonly from?: string
  readonly to?: string
  readonly office?: string
}

async function fill({ date, group = 'household', office = '', from = '00:00', to = '23:59' }: Where, left = 0): Promise<void> {
  await database.inTransaction(
    (tx) =>
      tx.affected`UPDATE appointment_slots SET booked = capacity - ${left}, ordinary = capacity - ${left} - kept
      WHERE date = ${date} AND item_group = ${group} AND starts_at BETWEEN ${from} AND ${to}
        AND (office_id = ${office} OR ${office} = '')`,
  )
}
const set = (state: string, { date, from = '00:00', to = '23:59' }: Where): Promise<number> =>
  database.inTransaction(
    (tx) =>
      tx.affected`UPDATE appointment_slots SET state = ${state} WHERE date = ${date} AND starts_at BETWEEN ${from} AND ${to}`,
  )

describe('the times of one day', () => {
  test('are given with what is free for everybody and for elderly people', async () => {
    const list = await day(WEDNESDAY)
    expect(appointmentEndpoints['GET /v1/slots'].reply.parse(list)).toEqual(list)
    expect(list).toMatchObject({ ...HOUSEHOLD, extraDayItems: [] })
    expect(list.day).toEqual({
      ...{ date: WEDNESDAY, state: 'open', extraDay: false, reason: '工作日，正常上班。' },
      ...{ free: 21 * 5, freeForElders: 21 * 6 },
    })
    expect(list.items).toHaveLength(21)
    expect(list.items[0]).toMatchObject({ startsAt: '09:00', endsAt: '09:20', state: 'open', free: 5, freeForElders: 6 })
    expect(list.items.at(-1)).toMatchObject({ startsAt: '16:40', endsAt: '17:00' })
  })

  test('what is kept is open to all from 24 hours before the slot on', async () => {
    clock.advance(Date.parse('2026-11-24T01:20:00.000Z') - clock.now().getTime())
    expect((await day(WEDNESDAY)).items.slice(0, 3).map(({ free }) => free)).toEqual([6, 6, 5])
  })

  test('are full, paused or past, and closed ones are left out', async () => {
    await fill({ date: WEDNESDAY, from: '09:00', to: '09:00' })
    await fill({ date: WEDNESDAY, from: '09:20', to: '09:20' }, 1)
    await set('paused', { date: WEDNESDAY, from: '09:40', to: '09:40' })
    await set('closed', { date: WEDNESDAY, from: '10:00', to: '16:20' })
    clock.advance(Date.parse('2026-11-25T01:00:00.000Z') - 1 - clock.now().getTime())
    expect((await day(WEDNESDAY)).items).toMatchObject([
      { startsAt: '09:00', state: 'full', free: 0, freeForElders: 0 },
      { startsAt: '09:20', state: 'open', free: 1, freeForElders: 1 },
      { startsAt: '09:40', state: 'paused', free: 0, freeForElders: 0 },
      { startsAt: '16:40', state: 'open', free: 6 },
    ])
    clock.advance(1)
    expect((await day(WEDNESDAY)).items[0]).toMatchObject({ startsAt: '09:00', state: 'past', free: 0 })
  })

  test('on a Saturday come with the items that are done', async () => {
    const list = await day('2026-11-28')
    expect(list.day).toMatchObject({ state: 'open', extraDay: true, reason: '周六也能办：部分事项照常办理。' })
    expect(list.extraDayItems).toEqual(['省内居民身份证挂失申报'])
    expect(list.items).toHaveLength(18)
  })

  test('an office, a group, or a group of an office that is not there is not found', async () => {
    for (const place of [
      { office: 'nowhere', itemGroup: 'household' },
      { office: 'hall', itemGroup: 'nothing' },
      { office: TOWNSHIP, itemGroup: 'household' },
    ]) {
      await expect(day(WEDNESDAY, place)).rejects.toMatchObject({ code: 'not_found' })
      await expect(month('2026-11', place)).rejects.toMatchObject({ code: 'not_found' })
      await expect(nearest(WEDNESDAY, place)).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})

describe('a day without times says why', () => {
  const states = async (date: string, place = HOUSEHOLD, pack = PACK): Promise<unknown> => {
    const { day: found, items } = await day(date, place, pack)
    expect(items).toEqual([])
    return [found.state, found.reason, found.extraDay]
  }

  test('past, closed by the calendar, resting, not open yet, unknown', async () => {
    expect(await states('2026-11-20')).toEqual(['past', '这一天已经过了。', false])
    expect(await states('2026-11-22')).toEqual(['closed', '周日休息。', false])
    expect(await states('2026-11-28', GENERAL)).toEqual(['closed', '这个网点这一天不办理这类事。', false])
    expect(await states('2026-12-05')).toEqual(['not_yet', '11月22日 周日 上午8:00 开放预约。', true])
    expect(await states('2026-12-07')).toEqual(['not_yet', '11月24日 周二 上午8:00 开放预约。', false])
    expect(await states('2027-01-04')).toEqual([
      'unknown',
      '还没有收到 2027 年的放假安排，这一天暂时不能预约。请过些日子再来看，或拨打 12345 询问。',
      false,
    ])
  })

  test('the newest day only from 8:00 on', async () => {
    clock.advance(Date.parse('2026-11-21T23:59:59.999Z') - clock.now().getTime())
    expect(await states('2026-12-05')).toEqual(['not_yet', '11月22日 周日 上午8:00 开放预约。', true])
    clock.advance(1)
    expect((await day('2026-12-05')).day.state).toBe('open')
  })

  test('closed by staff, and today when it is over', async () => {
    await set('closed', { date: WEDNESDAY })
    expect(await states(WEDNESDAY)).toEqual(['closed', '这一天临时不办理，请换一天。', false])
    clock.advance(Date.parse('2026-11-21T08:00:00.000Z') - clock.now().getTime())
    expect(await states('2026-11-21')).toEqual(['past', '今天的时间已经过了，请选别的日子。', true])
  })
})

describe('a full day still shows its times', () => {
  test('when everything is taken, kept, or paused', async () => {
    await fill({ date: WEDNESDAY })
    expect(await day(WEDNESDAY)).toMatchObject({ day: { state: 'full', reason: expect.stringContaining('约满') as string } })
    expect((await day(WEDNESDAY)).items).toHaveLength(21)
    await database.inTransaction(
      (tx) =>
        tx.affected`UPDATE appointment_slots SET booked = capacity - kept, ordinary = capacity - kept WHERE date = ${WEDNESDAY}`,
    )
    expect((await day(WEDNESDAY)).day).toMatchObject({ state: 'open', free: 0, freeForElders: 21 })
    expect((await day(WEDNESDAY)).day.reason).toContain('60 岁以上')
    await set('paused', { date: WEDNESDAY })
    expect((await day(WEDNESDAY)).day).toMatchObject({ state: 'full', reason: '这一天暂停预约，请稍后再看，或换一天。' })
  })
})

describe('a month', () => {
  test('has every day, as the day itself has it', async () => {
    await fill({ date: WEDNESDAY })
    const november = await month('2026-11')
    expect(appointmentEndpoints['GET /v1/slot-days'].reply.parse(november)).toEqual(november)
    expect(november).toMatchObject({ firstDay: '2026-11-21', lastDay: LAST, opensAt: '2026-11-22T00:00:00.000Z' })
    const december = await month('2026-12')
    expect([november.items.length, december.items.length]).toEqual([30, 31])
    for (const item of [...november.items, ...december.items]) expect(item).toEqual((await day(item.date)).day)
    expect(new Set([...november.items, ...december.items].map(({ state }) => state))).toEqual(
      new Set(['past', 'open', 'closed', 'full', 'not_yet']),
    )
  })

  test('long gone or far away is answered too', async () => {
    expect((await month('1900-02')).items).toHaveLength(28)
    expect(new Set((await month('9999-12')).items.map(({ state }) => state))).toEqual(new Set(['unknown']))
  })
})

describe('the nearest free times', () => {
  const shown = async (date: string, place = HOUSEHOLD): Promise<string[]> =>
    (await nearest(date, place)).items.map((slot) => `${slot.office.id} ${slot.date} ${slot.startsAt} ${slot.free}`)

  test('are of the same day and office where there are any, with other offices after them', async () => {
    await fill({ date: WEDNESDAY, group: 'general', office: 'hall', to: '11:15' })
    const found = await nearest(WEDNESDAY, GENERAL)
    expect(appointmentEndpoints['GET /v1/nearest-slots'].reply.parse(found)).toEqual(found)
    const slots = await shown(WEDNESDAY, GENERAL)
    expect(slots.slice(0, 3).map((slot) => slot.slice(0, 21))).toEqual([
      `hall ${WEDNESDAY} 11:30`,
      `hall ${WEDNESDAY} 11:45`,
      `hall ${WEDNESDAY} 13:00`,
    ])
    expect(slots.slice(3).map((slot) => slot.split(' ').slice(1, 3).join(' '))).toEqual([
      `${WEDNESDAY} 09:00`,
      `${WEDNESDAY} 09:00`,
    ])
    expect(slots.slice(3).every((slot) => !slot.startsWith('hall'))).toBe(true)
  })

  test('are all of this office where no other does such things', async () => {
    expect(await shown(WEDNESDAY)).toHaveLength(5)
  })

  test('come later rather than earlier, and earlier rather than not at all, the latest of those first', async () => {
    for (const date of [WEDNESDAY, '2026-11-26', '2026-11-28']) await fill({ date })
    await fill({ date: '2026-11-27', from: '00:00', to: '16:00' })
    expect((await shown(WEDNESDAY)).map((slot) => slot.slice(5, 21))).toEqual([
      ...['2026-11-27 16:20', '2026-11-27 16:40', '2026-11-30 09:00', '2026-11-30 09:20', '2026-11-30 09:40'],
    ])
    await fill({ date: LAST, from: '09:20' })
    await fill({ date: '2026-12-03', to: '16:20' })
    expect((await shown(LAST)).map((slot) => slot.slice(5, 21))).toEqual([
      ...[`${LAST} 09:00`, '2026-12-03 16:40', '2026-12-02 16:40', '2026-12-02 16:20', '2026-12-02 16:00'],
    ])
  })

  test('are free for everybody: not kept, full, paused, past, or not open yet', async () => {
    const dates = (await month('2026-11')).items.concat((await month('2026-12')).items).map(({ date }) => date)
    for (const date of dates) if (date !== '2026-11-21') await fill({ date }, 0)
    await database.inTransaction(async (tx) => {
      await tx.affected`UPDATE appointment_slots SET booked = 0, ordinary = 0 WHERE date = '2026-12-05'`
      await tx.affected`UPDATE appointment_slots SET booked = capacity - kept, ordinary = capacity - kept WHERE date = ${WEDNESDAY}`
    })
    await set('paused', { date: '2026-11-21', from: '14:00', to: '14:40' })
    clock.advance(Date.parse('2026-11-21T05:40:00.000Z') - clock.now().getTime())
    expect(await shown(WEDNESDAY)).toEqual([...['hall 2026-11-21 15:40 6', 'hall 2026-11-21 15:20 6', 'hall 2026-11-21 15:00 6']])
  })

  test('say of each what the day says of it', async () => {
    const found = await nearest('2026-11-30', GENERAL)
    for (const slot of found.items) {
      const list = await day(slot.date, { office: slot.office.id, itemGroup: 'general' })
      expect(list.items.find(({ id }) => id === slot.slotId)).toMatchObject({ free: slot.free, startsAt: slot.startsAt })
    }
  })
})
