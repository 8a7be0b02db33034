import type { ItemDto, ItemSummaryDto, OftenUsedDto, ZoneDto } from '@one-visit/shared/catalogue/contract'
import type { SlotListDto } from '@one-visit/shared/appointments/contract'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import { fakeBff } from '../../../../test/fake-bff'

export const aSummary = (overrides: Partial<ItemSummaryDto> = {}): ItemSummaryDto => ({
  id: 'id-card-reissue',
  name: '居民身份证丢失补领',
  summary: '身份证丢了，补办一张新的。',
  department: '公安',
  online: false,
  extraDays: false,
  ...overrides,
})

export const summaries = (count: number): ItemSummaryDto[] =>
  Array.from({ length: count }, (_, at) => aSummary({ id: `item-${String(at)}`, name: `事项${String(at)}` }))

export const anItem = (overrides: Partial<ItemDto> = {}): ItemDto => ({
  id: 'id-card-reissue',
  name: '居民身份证丢失补领',
  summary: '身份证丢了，补办一张新的。',
  department: '公安',
  extraDays: false,
  aliases: ['身份证丢了'],
  who: '身份证丢失的居民，要本人来。',
  audience: 'people',
  code: null,
  documents: [
    { name: '两张照片', note: '一寸', fetched: false },
    { name: '申请表', note: null, fetched: false },
    { name: '户口簿', note: null, fetched: true },
  ],
  fee: '40 元',
  promisedWorkingDays: 15,
  ways: ['counter', 'proxy'],
  steps: ['您本人到窗口拍照、按指纹。', '15 个工作日内凭回执来取。'],
  itemGroup: 'household',
  offices: ['xiadong', 'hall'],
  place: null,
  lookUp: 'id-card',
  online: null,
  zones: ['police'],
  lifeEvent: null,
  crossProvince: null,
  sample: ['fee'],
  ...overrides,
})

export const anOffice = (overrides: Partial<OfficeDto> = {}): OfficeDto => ({
  id: 'hall',
  kind: 'county_hall',
  name: '茶陵县政务服务中心',
  address: '茶陵县示例路 1 号（示例地址）',
  phone: '0731-1',
  location: { latitude: 26.78, longitude: 113.54, sample: true },
  ordinaryHours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  opensOnExtraDays: true,
  accessibility: [],
  selfService: null,
  itemGroups: ['household'],
  sample: ['address'],
  ...overrides,
})

export const aTownship = (): OfficeDto =>
  anOffice({ id: 'xiadong', kind: 'township_centre', name: '下东街道便民服务中心', phone: '0731-2', opensOnExtraDays: false })

type Day = SlotListDto['day']

export const todays = (day: Partial<Day> = {}, times: readonly [string, number][] = []): SlotListDto => ({
  office: 'hall',
  itemGroup: 'household',
  day: { date: '2026-11-23', state: 'open', extraDay: false, reason: '', free: 0, freeForElders: 0, ...day },
  extraDayItems: [],
  items: times.map(([startsAt, free], at) => ({
    id: `slot-${String(at)}`,
    startsAt,
    endsAt: '17:00',
    state: free > 0 ? 'open' : 'full',
    free,
    freeForElders: free,
  })),
})

export const aZone = (overrides: Partial<ZoneDto> = {}): ZoneDto => ({
  id: 'elderly',
  name: '养老专区',
  summary: '老人的补贴、养老金、照料和优待。',
  items: [aSummary({ id: 'elder-allowance', name: '高龄津贴申领' })],
  elsewhere: [{ name: '养老院的床位', says: '床位由养老机构自己安排。' }],
  ...overrides,
})

/** With the sound of each character, as the BFF sends them. */
export const oftenUsed = (): OftenUsedDto => ({
  items: [
    {
      ...aSummary(),
      often: 1,
      terms: [{ text: '身份证丢了', syllables: 'shen fen zheng diu le', weight: 1 }],
    },
    {
      ...aSummary({ id: 'medical-refund', name: '住院费用手工报销' }),
      often: 1,
      terms: [{ text: '住院费报销', syllables: 'zhu yuan fei bao xiao', weight: 1 }],
    },
  ],
})

/** The county of these tests: an item, two offices, times today. */
export function countyAnswers(item: ItemDto = anItem()): void {
  fakeBff.replies('GET /v1/items/:id', item)
  fakeBff.replies('GET /v1/offices', { items: [aTownship(), anOffice()] })
  fakeBff.replies(
    'GET /v1/slots',
    todays({}, [
      ['09:00', 0],
      ['10:20', 3],
      ['14:00', 2],
    ]),
  )
}
