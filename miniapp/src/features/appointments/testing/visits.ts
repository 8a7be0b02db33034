import type {
  AppointmentDto,
  AppointmentListDto,
  SlotDaysDto,
  SlotListDto,
  WaitingEntryDto,
} from '@one-visit/shared/appointments/contract'
import type { ItemGroupDto, OfficeDto } from '@one-visit/shared/county/contract'
import { fakeBff } from '../../../../test/fake-bff'
import { aSignIn } from '../../../../test/sessions'
import { actingNow } from '../../../platform/acting'
import { draftKey } from '../../../platform/drafts'
import { writeStored } from '../../../platform/storage'

export const VISIT_ID = '019a0000-0000-7000-8000-0000000000d1'
export const NEW_VISIT_ID = '019a0000-0000-7000-8000-0000000000d2'
export const SLOT_ID = '019a0000-0000-7000-8000-0000000000c1'
export const OTHER_SLOT_ID = '019a0000-0000-7000-8000-0000000000c2'
export const ENTRY_ID = '019a0000-0000-7000-8000-0000000000b1'

/** Saturday morning, before anything opens. */
export const NOW = Date.parse('2026-11-21T08:30:00+08:00')

export const verified = aSignIn({ assurance: 2, account: { name: '王*英' } })

export function aGroup(overrides: Partial<ItemGroupDto> = {}): ItemGroupDto {
  return {
    id: 'household',
    name: '户籍和身份证',
    department: '公安',
    bring: ['身份证或户口簿'],
    promisedWorkingDays: 5,
    extraDayItems: ['省内居民身份证挂失申报'],
    vaccine: null,
    ...overrides,
  }
}

export const aVaccine = (): ItemGroupDto =>
  aGroup({
    id: 'shingles',
    name: '带状疱疹疫苗',
    department: '卫健',
    extraDayItems: [],
    vaccine: { name: '带状疱疹疫苗', minAge: 40, maxAge: null, doses: 2, minIntervalDays: 60 },
  })

export function anOffice(overrides: Partial<OfficeDto> = {}): OfficeDto {
  return {
    id: 'hall',
    kind: 'county_hall',
    name: '茶陵县政务服务中心',
    address: '茶陵县示例路 1 号（示例地址）',
    phone: '12345',
    location: { latitude: 26.78, longitude: 113.54, sample: true },
    ordinaryHours: [{ from: '09:00', to: '17:00' }],
    opensOnExtraDays: true,
    accessibility: ['step_free_entrance', 'lift'],
    selfService: null,
    itemGroups: ['household', 'shingles'],
    sample: ['address'],
    ...overrides,
  }
}

export const aTownship = (): OfficeDto =>
  anOffice({
    id: 'xiadong',
    kind: 'township_centre',
    name: '下东街道便民服务中心',
    location: { latitude: 26.9, longitude: 113.6, sample: true },
    accessibility: [],
    opensOnExtraDays: false,
  })

type Day = SlotDaysDto['items'][number]

export const aDay = (date: string, state: Day['state'], more: Partial<Day> = {}): Day => ({
  date,
  state,
  extraDay: false,
  reason: '',
  free: state === 'open' ? 12 : 0,
  freeForElders: state === 'open' ? 14 : 0,
  ...more,
})

/** November 2026 as seen on the 21st. */
export function aMonth(): SlotDaysDto {
  const two = (day: number) => (day < 10 ? `0${String(day)}` : String(day))
  const days = Array.from({ length: 30 }, (_, index): Day => {
    const date = `2026-11-${two(index + 1)}`
    if (index + 1 < 21) return aDay(date, 'past')
    if (date === '2026-11-22') return aDay(date, 'closed', { reason: '星期日休息' })
    if (date === '2026-11-24') return aDay(date, 'full')
    if (date === '2026-11-28') return aDay(date, 'open', { extraDay: true, reason: '周六也能办' })
    if (date === '2026-11-29') return aDay(date, 'closed', { reason: '星期日休息' })
    return aDay(date, 'open')
  })
  return { items: days, firstDay: '2026-11-21', lastDay: '2026-12-04', opensAt: '2026-11-22T00:00:00.000Z' }
}

type Slot = SlotListDto['items'][number]

export const aSlot = (overrides: Partial<Slot> = {}): Slot => ({
  id: SLOT_ID,
  startsAt: '09:00',
  endsAt: '09:20',
  state: 'open',
  free: 3,
  freeForElders: 4,
  ...overrides,
})

export const slotList = (items: readonly Slot[], day: Day = aDay('2026-11-23', 'open')): SlotListDto => ({
  office: 'hall',
  itemGroup: 'household',
  day,
  extraDayItems: [],
  items: [...items],
})

export function aVisit(overrides: Partial<AppointmentDto> = {}): AppointmentDto {
  return {
    id: VISIT_ID,
    number: '1121482905',
    status: 'booked',
    itemGroup: { id: 'household', name: '户籍和身份证' },
    office: {
      id: 'hall',
      name: '茶陵县政务服务中心',
      address: '茶陵县示例路 1 号（示例地址）',
      phone: '0731-1',
      location: null,
      sampleAddress: true,
    },
    date: '2026-11-23',
    startsAt: '09:00',
    endsAt: '09:20',
    beginsAt: '2026-11-23T01:00:00.000Z',
    beneficiary: '王*英',
    channel: 'app',
    bookedBy: 'self',
    bring: ['身份证或户口簿'],
    changeable: true,
    ticket: null,
    window: null,
    endedReason: null,
    movedTo: null,
    bookedAt: '2026-11-21T00:30:00.000Z',
    ...overrides,
  }
}

export const visitList = (overrides: Partial<AppointmentListDto> = {}): AppointmentListDto => ({
  active: [],
  past: [],
  pausedUntil: null,
  pauseReason: null,
  ...overrides,
})

export function anEntry(overrides: Partial<WaitingEntryDto> = {}): WaitingEntryDto {
  return {
    id: ENTRY_ID,
    status: 'waiting',
    cause: 'freed',
    itemGroup: { id: 'household', name: '户籍和身份证' },
    office: { id: 'hall', name: '茶陵县政务服务中心' },
    slotId: SLOT_ID,
    date: '2026-11-23',
    startsAt: '09:00',
    endsAt: '09:20',
    ahead: 2,
    offerEndsAt: null,
    joinedAt: '2026-11-21T00:30:00.000Z',
    ...overrides,
  }
}

const CHOSEN = {
  itemGroup: 'household',
  office: 'hall',
  date: '2026-11-23',
  slotId: SLOT_ID,
  startsAt: '09:00',
  endsAt: '09:20',
  key: 'key-of-the-choice',
  who: 'self',
}

/** Answers that the phone has kept. */
export function hasAnswered(of: 'booking' | 'move', answers: Partial<typeof CHOSEN & { visit: string }> = {}): void {
  writeStored(draftKey(of, actingNow()), { at: Date.now(), values: { ...CHOSEN, ...answers } })
}

/** The county of these tests, and nobody's visits. */
export function countyAnswers(groups: ItemGroupDto[] = [aGroup()], offices: OfficeDto[] = [anOffice(), aTownship()]): void {
  fakeBff.replies('GET /v1/item-groups', { items: groups, extraDays: '每周六 9 点到 16 点，办一部分事。' })
  fakeBff.replies('GET /v1/offices', { items: offices })
  fakeBff.replies('GET /v1/appointments', visitList())
  fakeBff.replies('GET /v1/waiting-entries', { items: [] })
}

export const nearest = () => ({
  items: [
    {
      slotId: OTHER_SLOT_ID,
      office: { id: 'xiadong', name: '下东街道便民服务中心' },
      date: '2026-11-25',
      startsAt: '14:00',
      endsAt: '14:20',
      free: 2,
    },
  ],
})
