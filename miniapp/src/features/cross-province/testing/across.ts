import type {
  ApplicationDto,
  CrossProvinceItemDto,
  PartnerOfficeDto,
  RegionDto,
  RegionSummaryDto,
} from '@one-visit/shared/cross-province/contract'
import { fakeBff } from '../../../../test/fake-bff'
import { aSignIn } from '../../../../test/sessions'
import type { Acting } from '../../../platform/acting'
import { writeStored } from '../../../platform/storage'

export const APPLICATION_ID = '019a0000-0000-7000-8000-0000000000a1'

export const verified = aSignIn({ assurance: 2, account: { name: '陈*国' } })
export const newcomer = aSignIn()

/** For 王*英, with what her mandate names. */
export const actingFor = (...operations: Acting['operations'][number][]): Acting => ({
  ...{ mandate: 'm1', person: '王*英', by: 'resident', operations },
})

/** Where somebody is who does this item with 吉安, as an address says it. */
export const ASKED = { side: 'county', region: 'jian', item: 'pension-transfer' } as const

const summary: RegionSummaryDto = { id: 'jian', name: '吉安市', province: '江西省', items: 3 }

const anOffice = (): PartnerOfficeDto => ({
  name: '吉安市政务服务中心跨省通办窗口',
  address: '吉安市示例大道 1 号（示例地址）',
  phone: '0796-1',
  hours: '工作日 9:00–12:00、13:30–17:00',
  sample: ['address', 'phone'],
})

const items: RegionDto['items'] = [
  {
    ...{ id: 'pension-transfer', name: '养老保险关系转移', summary: '把外地交的养老保险转回来。' },
    ...{ department: '人社', way: 'online', sides: ['county', 'region'] },
  },
  {
    ...{ id: 'hukou-proof', name: '户籍证明', summary: '开一张户籍证明。' },
    ...{ department: '公安', way: 'forwarded', sides: ['region'] },
  },
  {
    ...{ id: 'company-setup', name: '企业设立登记', summary: '开一家公司。' },
    ...{ department: '市监', way: 'helped', sides: ['county'] },
  },
]

export function regionsAre(): void {
  const other: RegionSummaryDto = { id: 'baiyun', name: '贵阳市白云区', province: '贵州省', items: 2 }
  fakeBff.replies('GET /v1/regions', { items: [summary, other] })
  fakeBff.replies('GET /v1/regions/:region', { ...summary, office: anOffice(), items })
}

/** Done online, with a question of each kind. */
export const anItem = (overrides: Partial<CrossProvinceItemDto> = {}): CrossProvinceItemDto => ({
  item: { id: 'pension-transfer', name: '养老保险关系转移', summary: '把外地交的养老保险转回来。', department: '人社' },
  region: { id: 'jian', name: '吉安市', province: '江西省' },
  office: anOffice(),
  side: 'county',
  way: 'online',
  steps: ['在手机上填好申请。', '茶陵县人社部门和吉安市核对。'],
  documents: [
    { name: '身份证', note: '本人的', fetched: false },
    { name: '缴费凭证', note: null, fetched: true },
  ],
  promisedWorkingDays: 15,
  itemGroup: null,
  form: {
    questions: [
      { id: 'from', label: '原来在哪里参保', hint: '写到县', kind: 'text', required: true, options: [] },
      {
        ...{ id: 'kind', label: '参加的哪一种', hint: null, kind: 'choice', required: true },
        options: [
          { value: 'employee', label: '单位交的' },
          { value: 'resident', label: '自己交的' },
        ],
      },
      { id: 'left', label: '哪一天离开原单位', hint: null, kind: 'date', required: true, options: [] },
      { id: 'note', label: '想说的话', hint: null, kind: 'text', required: false, options: [] },
    ],
    declaration: '我填的都是真的。填错了，由我自己负责。',
  },
  sample: ['steps'],
  ...overrides,
})

export const itemIs = (overrides: Partial<CrossProvinceItemDto> = {}): void => {
  fakeBff.replies('GET /v1/regions/:region/items/:item', anItem(overrides))
}

export const anApplication = (overrides: Partial<ApplicationDto> = {}): ApplicationDto => ({
  id: APPLICATION_ID,
  item: { id: 'pension-transfer', name: '养老保险关系转移' },
  region: { id: 'jian', name: '吉安市' },
  side: 'county',
  state: 'opened',
  caseNumber: '430224-2026-000900',
  queryPassword: 'k7m2p9',
  acceptedBy: '茶陵县人力资源和社会保障局',
  promisedBy: '2026-12-11',
  refusal: null,
  office: anOffice(),
  createdAt: '2026-11-21T00:30:00.000Z',
  ...overrides,
})

export const onItsWay = (): ApplicationDto =>
  anApplication({ state: 'sending', caseNumber: null, queryPassword: null, acceptedBy: null, promisedBy: null })

const ANSWERED = { from: '吉安市吉州区', kind: 'employee', left: '2024-3-5', note: '' }

/** The answers are on the phone; declared under this key unless it is empty. */
export function hasAnswered(more: Partial<typeof ANSWERED> = {}, key = 'key-of-the-answers'): void {
  const answers = Object.entries({ ...ANSWERED, ...more }).map(([id, value]) => [`answer:${id}`, value])
  const values = { ...Object.fromEntries(answers), ...(key === '' ? {} : { declared: 'yes', key }) } as Record<string, string>
  writeStored('draft:across:county:jian:pension-transfer', { at: Date.now(), values })
}
