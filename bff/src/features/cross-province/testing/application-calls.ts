import type { ApplicationDto, ApplyAcrossRegionsInput } from '@one-visit/shared/cross-province/contract'
import type { CallOptions } from '../../../../test/http-client'
import type { TestServer } from '../../../../test/test-server'

/** Answers that are in order, for each item of 茶陵 that is done wholly online. */
export const ANSWERS = {
  'remote-care-filing': { 'stay-kind': 'long-term', from: '2026-12-01', 'stay-address': '学院路 8 号 2 单元' },
  'sole-trader-setup': {
    'shop-name': '小红水果店、红红水果店',
    business: '卖水果',
    place: '人民路 12 号',
    'place-right': 'rented',
    'run-by': 'alone',
  },
  'employee-pension-transfer': {
    'last-employer': '前进鞋厂',
    'paid-from': '2018-03-01',
    'paid-until': '2024-05-01',
    'pays-now': 'employer',
  },
  'medical-insurance-transfer': {
    'kind-before': 'employee',
    'last-employer': '前进鞋厂',
    'paid-until': '2024-05-31',
    'kind-now': 'resident',
  },
  'resident-pension-transfer': {
    'moved-on': '2026-03-02',
    'old-address': '东湖镇桥头村',
    'new-address': '虎踞镇大虎村',
    'paid-years': '8 年',
  },
} as const satisfies Record<string, Record<string, string>>

export type OnlineItem = keyof typeof ANSWERS
export const ONLINE_ITEMS = Object.keys(ANSWERS) as OnlineItem[]

export function applicationFor(item: OnlineItem, other: Partial<ApplyAcrossRegionsInput> = {}): ApplyAcrossRegionsInput {
  return { item, region: 'jian', side: 'county', answers: ANSWERS[item], declared: true, ...other }
}

type Server = Pick<TestServer, 'call'>

export function apply(
  server: Server,
  who: CallOptions,
  item: OnlineItem = 'remote-care-filing',
  other: Partial<ApplyAcrossRegionsInput> = {},
): Promise<ApplicationDto> {
  return server.call('POST /v1/cross-province-applications', { ...who, body: applicationFor(item, other) })
}
