import type { MandateActListDto, MandateDto, MandateSlipDto } from '@one-visit/shared/proxy/contract'
import type { FamilyMemberDto } from '@one-visit/shared/family/contract'
import { fakeBff } from '../../../../test/fake-bff'
import { aMandate, aSlipOf } from '../../../../test/mandates'
import { aSignIn } from '../../../../test/sessions'
import { writeStored } from '../../../platform/storage'

export { aMandate, aRequest, MANDATE_ID, REQUEST_ID } from '../../../../test/mandates'
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

export const waiting = { status: 'pending', evidence: null, startsAt: null, expiresAt: '2026-11-22T00:00:00.000Z' } as const

export const aSlip = (overrides: Partial<MandateDto> = {}): MandateSlipDto => aSlipOf(aMandate(overrides))

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
