import { licenceIdOf } from './licence-id'

/** Kinds of electronic licences that the demonstration knows; `number` is made up, behind the code of a ministry. */
const KINDS = {
  idCard: { number: '001', name: '中华人民共和国居民身份证', authority: '茶陵县公安局' },
  household: { number: '002', name: '居民户口簿', authority: '茶陵县公安局' },
  driver: { number: '011', name: '中华人民共和国机动车驾驶证', authority: '湖南省株洲市公安局交通警察支队' },
  vehicle: { number: '012', name: '中华人民共和国机动车行驶证', authority: '湖南省株洲市公安局交通警察支队' },
  passport: { number: '021', name: '中华人民共和国普通护照', authority: '国家移民管理局' },
  permit: { number: '022', name: '往来港澳通行证', authority: '国家移民管理局' },
  socialSecurity: { number: '031', name: '中华人民共和国社会保障卡', authority: '茶陵县人力资源和社会保障局' },
  eVoucher: { number: '041', name: '医保电子凭证', authority: '国家医疗保障局' },
  birth: { number: '051', name: '出生医学证明', authority: '渌口区妇幼保健院' },
  business: { number: '061', name: '营业执照', authority: '茶陵县市场监督管理局' },
} as const
export type Kind = keyof typeof KINDS

/** An electronic licence in the library. `until` null: it does not run out. Days are `YYYYMMDD`. */
export interface FakeLicence {
  readonly licenceId: string
  /** Key of a person in people.ts. */
  readonly person: string
  readonly typeName: string
  readonly holder: string
  readonly authority: string
  readonly issued: string
  readonly until: string | null
  /** What is printed on it, by the library's item codes. */
  readonly items: Readonly<Record<string, string>>
}

export function licenceIdFor(kind: Kind, serial: number): string {
  const type = `11100000000013338W${KINDS[kind].number}`
  return licenceIdOf({ type, issuer: '430224', serial: String(serial).padStart(9, '0'), version: '001' })
}

export function issue(
  kind: Kind,
  serial: number,
  facts: Pick<FakeLicence, 'person' | 'holder' | 'issued' | 'until' | 'items'>,
): FakeLicence {
  const { name, authority } = KINDS[kind]
  return { ...facts, licenceId: licenceIdFor(kind, serial), typeName: name, authority }
}

export const authorityOf = (kind: Kind): string => KINDS[kind].authority
