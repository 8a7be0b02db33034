import type { LicenceType } from '@one-visit/shared/licences/rules'

/** The library's names of licences. The e-voucher is not among them: it comes from medical insurance. */
export const TYPE_NAMES: Readonly<Record<string, LicenceType>> = {
  中华人民共和国居民身份证: 'id_card',
  居民户口簿: 'household_register',
  中华人民共和国社会保障卡: 'social_security_card',
  中华人民共和国机动车驾驶证: 'driving_licence',
  中华人民共和国机动车行驶证: 'vehicle_licence',
  中华人民共和国普通护照: 'passport',
  往来港澳通行证: 'hk_macau_permit',
  出生医学证明: 'birth_certificate',
  营业执照: 'business_licence',
}

/** Which item is the holder's own resident ID, on licences that nobody has for somebody else. */
export const HOLDERS_NUMBER: Readonly<Record<string, string>> = {
  中华人民共和国居民身份证: 'GMSFHM',
  中华人民共和国社会保障卡: 'SHBZHM',
}

/** Codes of the library's items, the initials of their names in pinyin, that hold a day. */
export const DAY_ITEMS: ReadonlySet<string> = new Set([
  'CSRQ',
  'YXQSRQ',
  'FKRQ',
  'CCLZRQ',
  'JYYXQZ',
  'ZCRQ',
  'FZRQ',
  'QFRQ',
  'CLRQ',
])

const PERSON = { XM: 'name', XB: 'sex', CSRQ: 'birthDate' } as const

/** The library's item codes and our keys (LICENCE_FIELDS), for each kind of licence; other items are not shown. */
export const ITEMS: Readonly<Record<LicenceType, Readonly<Record<string, string>>>> = {
  id_card: { ...PERSON, GMSFHM: 'number', MZ: 'ethnicity', ZZ: 'address', YXQSRQ: 'validFrom' },
  household_register: {
    ...PERSON,
    GMSFHM: 'number',
    HH: 'householdNumber',
    HB: 'householdType',
    HZXM: 'head',
    YHZGX: 'relation',
    JG: 'nativePlace',
    ZZ: 'address',
  },
  social_security_card: { XM: 'name', SHBZHM: 'number', KH: 'cardNumber', FKYH: 'bank', FKRQ: 'validFrom' },
  medical_insurance: {},
  driving_licence: {
    ...PERSON,
    ZH: 'number',
    ZJCX: 'vehicleClass',
    YXQSRQ: 'validFrom',
    GJ: 'nationality',
    CCLZRQ: 'firstIssued',
    ZZ: 'address',
    DABH: 'fileNumber',
    LJJF: 'points',
  },
  vehicle_licence: {
    HPHM: 'plate',
    SYR: 'name',
    JYYXQZ: 'inspectedUntil',
    CLLX: 'vehicleType',
    SYXZ: 'use',
    PPXH: 'model',
    CLSBDH: 'vin',
    FDJHM: 'engineNumber',
    ZCRQ: 'registered',
    FZRQ: 'issued',
    ZZ: 'address',
    HDZK: 'seats',
  },
  passport: { ...PERSON, HZH: 'number', XMPY: 'nameLatin', CSDD: 'birthPlace', QFDD: 'issuedAt', QFRQ: 'validFrom' },
  hk_macau_permit: { ...PERSON, ZJHM: 'number', XMPY: 'nameLatin', QFDD: 'issuedAt', YXQSRQ: 'validFrom', QZ: 'endorsement' },
  birth_certificate: {
    XSEXM: 'name',
    CSZBH: 'number',
    XB: 'sex',
    CSSJ: 'birthTime',
    CSDD: 'birthPlace',
    JSJG: 'hospital',
    MQXM: 'mother',
    FQXM: 'father',
    QFRQ: 'issued',
  },
  business_licence: {
    MC: 'name',
    TYSHXYDM: 'number',
    LX: 'kind',
    JYZ: 'operator',
    JYCS: 'place',
    JYFW: 'scope',
    CLRQ: 'formed',
    ZCZB: 'capital',
  },
}
