import type { CaseProgressDto, FollowDto } from '@one-visit/shared/progress/contract'

export const CASE_NUMBER = 'CL20261120-0007'
export const FOLLOW_ID = '019a0000-0000-7000-8000-0000000000f1'

/** A case under way that nobody follows yet. */
export function aCase(overrides: Partial<CaseProgressDto> = {}): CaseProgressDto {
  return {
    caseNumber: CASE_NUMBER,
    kind: 'general',
    itemName: '个体工商户设立登记',
    department: '县市场监管局',
    applicant: '王*英',
    status: 'in_review',
    departmentWords: '审查中',
    toDo: null,
    place: null,
    promisedBy: '2026-11-24',
    steps: [
      { at: '2026-11-20T02:30:00.000Z', status: 'in_review', departmentWords: '审查中', note: null },
      { at: '2026-11-19T01:00:00.000Z', status: 'accepted', departmentWords: '准予受理', note: '材料齐全' },
    ],
    asOf: '2026-11-21T01:00:00.000Z',
    stale: false,
    followId: null,
    followProof: 'proof-1',
    ...overrides,
  }
}

export function aFollow(overrides: Partial<FollowDto> = {}): FollowDto {
  const { caseNumber, itemName, department, status, departmentWords } = aCase()
  return {
    id: FOLLOW_ID,
    caseNumber,
    itemName,
    department,
    status,
    departmentWords,
    changedAt: '2026-11-20T02:30:00.000Z',
    checkedAt: '2026-11-21T01:00:00.000Z',
    createdAt: '2026-11-19T03:00:00.000Z',
    ...overrides,
  }
}
