import type { FamilyDto, FamilyMemberDto } from '@one-visit/shared/family/contract'
import type { HealthCodeDto } from '@one-visit/shared/health-code/contract'
import { aSignIn } from '../../../../test/sessions'

/** Saturday morning. */
export const NOW = Date.parse('2026-11-21T09:00:00+08:00')
export const MOTHER = '019a0000-0000-7000-8000-0000000000f1'

export const verified = aSignIn({ assurance: 2, account: { name: '陈*国' } })

export const inSeconds = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString()

export function aCode(overrides: Partial<HealthCodeDto> = {}): HealthCodeDto {
  return {
    person: { ref: 'self', name: '陈*国', relation: null },
    colour: 'green',
    reason: '没有发现需要关注的情况',
    expiresAt: null,
    tests: [{ takenAt: '2026-11-20T05:00:00.000Z', place: '茶陵县人民医院', result: 'negative' }],
    vaccinations: [{ vaccine: '流感疫苗', dose: 1, date: '2026-10-08', place: '云阳街道卫生服务中心' }],
    travelCard: { places: [{ name: '湖南省株洲市', atRisk: false }], asOf: inSeconds(-5), stale: false },
    travelCardMissing: null,
    token: { value: 'OV1H:FIRST', expiresAt: inSeconds(60) },
    asOf: inSeconds(-20),
    stale: false,
    ...overrides,
  }
}

const aMember = (overrides: Partial<FamilyMemberDto> = {}): FamilyMemberDto => ({
  id: MOTHER,
  name: '王*英',
  relation: 'parent',
  status: 'active',
  evidence: 'consent',
  elder: true,
  boundAt: inSeconds(-86_400),
  expiresAt: null,
  ...overrides,
})

export const aFamily = (members: readonly Partial<FamilyMemberDto>[] = []): FamilyDto => ({
  members: members.map(aMember),
  viewers: [],
})
