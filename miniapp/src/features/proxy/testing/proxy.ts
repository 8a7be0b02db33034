import type { HelpRequestDto, MandateActListDto, MandateDto, MandateSlipDto } from '@one-visit/shared/proxy/contract'
import type { FamilyMemberDto } from '@one-visit/shared/family/contract'
import { fakeBff } from '../../../../test/fake-bff'
import { aSignIn } from '../../../../test/sessions'
import { writeStored } from '../../../platform/storage'

export const MANDATE_ID = '019a0000-0000-7000-8000-0000000000e1'
export const REQUEST_ID = '019a0000-0000-7000-8000-0000000000e2'
export const MEMBER_ID = '019a0000-0000-7000-8000-0000000000f1'

/** Saturday morning. */
export const NOW = Date.parse('2026-11-21T08:30:00+08:00')

export const verified = aSignIn({ assurance: 2, account: { name: '陈*国' } })
export const newcomer = aSignIn()

export const aMember = (overrides: Partial<FamilyMemberDto> = {}): FamilyMemberDto => ({
  id: MEMBER_ID,
  name: '王*英',
  relation: 'parent',
  status: 'active',
  evidence: 'consent',
  elder: true,
  boundAt: '2026-11-20T01:00:00.000Z',
  expiresAt: null,
  ...overrides,
})

export const familyIs = (...members: FamilyMemberDto[]): void => {
  fakeBff.replies('GET /v1/family', { members, viewers: [] })
}

export const aRequest = (overrides: Partial<HelpRequestDto> = {}): HelpRequestDto => ({
  id: REQUEST_ID,
  number: '1124482905',
  person: '王*英',
  topic: 'book_visit',
  words: '换社保卡',
  way: 'home',
  office: { id: 'xiadong', name: '下东街道便民服务中心', phone: '0731-1' },
  date: '2026-11-24',
  part: 'morning',
  status: 'open',
  promisedBy: '2026-11-26',
  overdue: false,
  volunteer: null,
  outcome: null,
  returned: null,
  openedAt: '2026-11-21T00:30:00.000Z',
  closedAt: null,
  ...overrides,
})

/** 陈*国 may act for 王*英, unless said otherwise. */
export const aMandate = (overrides: Partial<MandateDto> = {}): MandateDto => ({
  id: MANDATE_ID,
  number: '1121482905',
  principal: '王*英',
  actor: { kind: 'resident', name: '陈*国', office: null },
  scope: [
    { operation: 'book_visits', items: [{ id: 'household', name: '户籍和身份证' }] },
    { operation: 'look_up_cases', items: null },
  ],
  evidence: 'app',
  status: 'active',
  askedAt: '2026-11-21T00:00:00.000Z',
  startsAt: '2026-11-21T00:10:00.000Z',
  expiresAt: '2026-11-28T00:10:00.000Z',
  days: 7,
  endedAt: null,
  ending: null,
  taskId: null,
  ...overrides,
})

export const waiting = { status: 'pending', evidence: null, startsAt: null, expiresAt: '2026-11-22T00:00:00.000Z' } as const

export const aSlip = (overrides: Partial<MandateDto> = {}): MandateSlipDto => {
  const mandate = aMandate(overrides)
  return { ...mandate, qr: `ONE-VISIT:M:${mandate.number}`, endPhone: '12345', officeAddress: null }
}

/** The BFF knows one mandate, seen from this side. */
export function mandateIs(mandate: MandateDto, side: 'given' | 'held' | null, acts: MandateActListDto['items'] = []): void {
  fakeBff.replies('GET /v1/mandates', {
    given: side === 'given' ? [mandate] : [],
    held: side === 'held' ? [mandate] : [],
  })
  fakeBff.replies('GET /v1/mandates/:id', mandate)
  fakeBff.replies('GET /v1/mandates/:id/acts', { items: acts })
}

const ASKED = {
  who: 'self',
  person: '我本人',
  topic: 'book_visit',
  words: '换社保卡',
  way: 'home',
  office: 'xiadong',
  officeName: '下东街道便民服务中心',
  address: '下东街道示例村 3 组',
  date: '2026-11-24',
  part: 'morning',
  phone: '13800000009',
  key: 'key-of-the-answers',
}

/** Answers that the phone has kept. */
export function hasAnswered(answers: Partial<typeof ASKED> = {}): void {
  writeStored('draft:help-request', { at: Date.now(), values: { ...ASKED, ...answers } })
}

const WANTED = {
  member: MEMBER_ID,
  person: '王*英（父亲或母亲）',
  operations: 'book_visits,show_licences',
  visits: 'household',
  licences: 'id_card,social_security_card',
  days: '7',
}

export function hasWanted(answers: Partial<typeof WANTED> = {}): void {
  writeStored('draft:ask-mandate', { at: Date.now(), values: { ...WANTED, ...answers } })
}
