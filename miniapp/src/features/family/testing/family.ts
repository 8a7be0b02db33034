import type { FamilyDto, FamilyMemberDto, FamilyViewerDto } from '@one-visit/shared/family/contract'
import { aSignIn } from '../../../../test/sessions'

export const MEMBER_ID = '019a0000-0000-7000-8000-0000000000f1'
export const REQUEST_ID = '019a0000-0000-7000-8000-0000000000f2'

export const verified = aSignIn({ assurance: 2, account: { name: '陈*国' } })

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

export const aRequest = (overrides: Partial<FamilyMemberDto> = {}): FamilyMemberDto =>
  aMember({ status: 'pending', boundAt: null, expiresAt: '2026-11-28T01:00:00.000Z', ...overrides })

export const aViewer = (overrides: Partial<FamilyViewerDto> = {}): FamilyViewerDto => ({
  id: REQUEST_ID,
  name: '李*红',
  relation: 'child',
  status: 'pending',
  askedAt: '2026-11-21T01:00:00.000Z',
  ...overrides,
})

export const aFamily = (overrides: Partial<FamilyDto> = {}): FamilyDto => ({ members: [], viewers: [], ...overrides })
