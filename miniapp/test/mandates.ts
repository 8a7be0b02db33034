import type { HelpRequestDto, MandateDto, MandateSlipDto } from '@one-visit/shared/proxy/contract'

export const MANDATE_ID = '019a0000-0000-7000-8000-0000000000e1'
export const REQUEST_ID = '019a0000-0000-7000-8000-0000000000e2'

/** 王*英 asks for help; nobody has taken it. */
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

/** The page to print about a mandate. */
export const aSlipOf = (mandate: MandateDto, officeAddress: string | null = null): MandateSlipDto => ({
  ...mandate,
  ...{ qr: `ONE-VISIT:M:${mandate.number}`, endPhone: '12345', officeAddress },
})
