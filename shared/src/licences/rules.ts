/** The licences of the county reports, and those the everyday ones need. */
export const LICENCE_TYPES = [
  'id_card',
  'household_register',
  'social_security_card',
  'medical_insurance',
  'driving_licence',
  'vehicle_licence',
  'passport',
  'hk_macau_permit',
  'birth_certificate',
  'business_licence',
] as const
export type LicenceType = (typeof LICENCE_TYPES)[number]

export const LICENCE_TYPE_TEXT: Readonly<
  Record<LicenceType, { name: string; group: '身份' | '出行' | '社保医保' | '家庭' | '经营' }>
> = {
  id_card: { name: '居民身份证', group: '身份' },
  household_register: { name: '户口簿', group: '家庭' },
  social_security_card: { name: '社会保障卡', group: '社保医保' },
  medical_insurance: { name: '医保电子凭证', group: '社保医保' },
  driving_licence: { name: '机动车驾驶证', group: '出行' },
  vehicle_licence: { name: '机动车行驶证', group: '出行' },
  passport: { name: '普通护照', group: '身份' },
  hk_macau_permit: { name: '往来港澳通行证', group: '身份' },
  birth_certificate: { name: '出生医学证明', group: '家庭' },
  business_licence: { name: '营业执照', group: '经营' },
}

/** A QR is good for so many seconds and for one check. */
export const PRESENTATION_SECONDS = 60
/** What a clock of an offline verifier may be off by, in seconds. */
export const CLOCK_SKEW_SECONDS = 30
/** A licence that ends within so many days comes first in the wallet. */
export const EXPIRING_DAYS = 90
/** A cancelled licence stands in the published status list within so many seconds. */
export const STATUS_LIST_SECONDS = 60

/** Typed where nothing can be scanned: ten characters without those that look alike. */
export const PRESENTATION_CODE_PATTERN = /^[2-9A-HJ-NP-Z]{10}$/

/** What is usually asked for. `fields` by their keys; a licence that lacks one leaves it out. */
export interface LicencePreset {
  readonly id: string
  readonly name: string
  readonly why: string
  readonly type: LicenceType
  readonly fields: readonly string[]
}
export const LICENCE_PRESETS: readonly LicencePreset[] = [
  { id: 'over_18', name: '证明已满 18 岁', why: '只给“已满 18 岁”和姓名', type: 'id_card', fields: ['name', 'over18'] },
  { id: 'who_i_am', name: '证明我是谁', why: '姓名、证件号', type: 'id_card', fields: ['name', 'number'] },
  {
    id: 'may_drive',
    name: '查驾驶证',
    why: '姓名、证号、准驾车型、有效期',
    type: 'driving_licence',
    fields: ['name', 'number', 'vehicleClass', 'validUntil'],
  },
  {
    id: 'my_vehicle',
    name: '查行驶证',
    why: '号牌、所有人、检验有效期',
    type: 'vehicle_licence',
    fields: ['plate', 'name', 'inspectedUntil'],
  },
  {
    id: 'see_a_doctor',
    name: '看病用',
    why: '姓名、医保编号、参保地',
    type: 'medical_insurance',
    fields: ['name', 'number', 'insuredAt'],
  },
]
