import type { BoardDto, BoardSlotDto, BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import type { OfficeListDto } from '@one-visit/shared/county/contract'

export const DATE = '2026-11-23'
export const PLACE = { office: 'hall', date: DATE }
const uuid = (last: string) => `019a0000-0000-7000-8000-${last.padStart(12, '0')}`
export const SLOT_ID = uuid('51')
export const VISIT_ID = uuid('71')

export function aSlot(overrides: Partial<BoardSlotDto> = {}): BoardSlotDto {
  return {
    id: SLOT_ID,
    itemGroup: 'household',
    startsAt: '09:00',
    endsAt: '09:30',
    state: 'open',
    windows: 2,
    peoplePerWindow: 4,
    capacity: 8,
    booked: 5,
    held: 1,
    cooling: 0,
    waiting: 0,
    checkedIn: 2,
    serving: 0,
    done: 0,
    noShow: 0,
    free: 2,
    ...overrides,
  }
}

/** Two item groups in the morning; vehicles only from half past nine. */
export function aBoard(overrides: Partial<BoardDto> = {}): BoardDto {
  const later = { startsAt: '09:30', endsAt: '10:00' }
  return {
    office: { id: 'hall', name: '茶陵县政务服务中心' },
    date: DATE,
    opening: { kind: 'ordinary', reason: '工作日' },
    groups: [
      { id: 'household', name: '户籍业务', windows: 2, spare: 1, peoplePerWindow: 4 },
      { id: 'vehicle', name: '车驾管业务', windows: 1, spare: 1, peoplePerWindow: 4 },
    ],
    slots: [
      aSlot(),
      aSlot({ id: uuid('52'), ...later, state: 'paused', booked: 4, held: 2, checkedIn: 1 }),
      aSlot({ id: uuid('53'), ...later, itemGroup: 'vehicle', booked: 8, held: 0, free: 0, waiting: 3 }),
    ],
    asOf: '2026-11-23T01:00:00.000Z',
    version: 'v1',
    ...overrides,
  }
}

export function aVisit(overrides: Partial<BoardVisitDto> = {}): BoardVisitDto {
  return {
    id: VISIT_ID,
    number: '1123482905',
    slotId: SLOT_ID,
    itemGroup: { id: 'household', name: '户籍业务' },
    date: DATE,
    startsAt: '09:00',
    endsAt: '09:30',
    status: 'booked',
    channel: 'app',
    elder: false,
    name: '王*英',
    residentId: '430224********1245',
    phone: '138****0001',
    reachable: true,
    ticket: null,
    window: null,
    checkedInAt: null,
    calledAt: null,
    ...overrides,
  }
}

/** Has checked in, and waits to be called. */
export function aWaitingVisit(overrides: Partial<BoardVisitDto> = {}): BoardVisitDto {
  return aVisit({ status: 'checked_in', ticket: 'A001', checkedInAt: '2026-11-23T00:58:00.000Z', ...overrides })
}

const anOffice = (id: string, name: string): OfficeListDto['items'][number] => ({
  id,
  kind: 'county_hall',
  name,
  address: '示例路 1 号',
  phone: '12345',
  location: null,
  ordinaryHours: [],
  opensOnExtraDays: true,
  accessibility: [],
  selfService: null,
  itemGroups: ['household'],
  sample: [],
})
export const someOffices = (): OfficeListDto => ({
  items: [anOffice('hall', '茶陵县政务服务中心'), anOffice('xiadong', '下东街道便民服务中心')],
})
