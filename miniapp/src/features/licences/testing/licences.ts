import type { LicenceDto, LicenceViewDto, PresentationDto, WalletDto } from '@one-visit/shared/licences/contract'
import { aSignIn } from '../../../../test/sessions'

/** Saturday morning. */
export const NOW = Date.parse('2026-11-21T09:00:00+08:00')
export const ID_CARD = '019a0000-0000-7000-8000-0000000000e1'
export const DRIVING = '019a0000-0000-7000-8000-0000000000e2'
export const PRESENTATION = '019a0000-0000-7000-8000-0000000000e9'
export const ID_NUMBER = '430224198507120019'

export const verified = aSignIn({ assurance: 3, account: { name: '陈*国' } })

const field = (key: string, label: string, value: string, sensitive = false) => ({ key, label, value, sensitive })

export function anIdCard(overrides: Partial<LicenceDto> = {}): LicenceDto {
  return {
    id: ID_CARD,
    licenceId: '1.2.156.3005.2.1',
    type: 'id_card',
    holder: '陈建国',
    issuer: '茶陵县公安局',
    issuedOn: '2006-12-20',
    validUntil: '2026-12-16',
    state: 'expiring',
    fields: [
      field('name', '姓名', '陈建国'),
      field('number', '公民身份号码', ID_NUMBER, true),
      field('over18', '已满 18 岁', '是'),
      field('address', '住址', '茶陵县云阳街道解放路 18 号', true),
    ],
    asOf: '2026-11-21T00:30:00.000Z',
    stale: false,
    ...overrides,
  }
}

export function aDrivingLicence(overrides: Partial<LicenceDto> = {}): LicenceDto {
  return {
    ...anIdCard(),
    id: DRIVING,
    type: 'driving_licence',
    validUntil: '2032-05-02',
    state: 'valid',
    fields: [
      field('name', '姓名', '陈建国'),
      field('number', '证号', ID_NUMBER, true),
      field('vehicleClass', '准驾车型', 'C1'),
      field('validUntil', '有效期至', '2032-05-02'),
    ],
    ...overrides,
  }
}

export const aWallet = (overrides: Partial<WalletDto> = {}): WalletDto => ({
  items: [anIdCard(), aDrivingLicence()],
  missing: [
    { type: 'passport', reason: '没有办过护照', unavailable: false },
    { type: 'medical_insurance', reason: '医保系统现在不能用', unavailable: true },
  ],
  ...overrides,
})

export function aPresentation(overrides: Partial<PresentationDto> = {}): PresentationDto {
  return {
    id: PRESENTATION,
    way: 'online',
    type: 'id_card',
    fields: [
      { key: 'name', label: '姓名' },
      { key: 'over18', label: '已满 18 岁' },
    ],
    qr: 'OV1P:RANDOM-NUMBER',
    code: 'ABCDE23456',
    expiresAt: new Date(NOW + 60_000).toISOString(),
    ...overrides,
  }
}

export const aView = (overrides: Partial<LicenceViewDto> = {}): LicenceViewDto => ({
  id: '019a0000-0000-7000-8000-0000000000d1',
  at: '2026-11-21T01:00:00.000Z',
  kind: 'verified',
  type: 'id_card',
  fields: ['name', 'over18'],
  by: null,
  place: '茶陵县政务服务中心',
  purpose: '办理入住',
  ...overrides,
})
