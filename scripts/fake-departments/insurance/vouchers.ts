import { licenceIdFor } from '../licence-library/kinds'

/** Somebody's insurance and e-voucher; `person` is a key in people.ts. 刘志强 is not insured here. */
interface FakeVoucher {
  readonly licenceId: string
  readonly person: string
  readonly personNumber: string
  readonly place: string
  /** 310 employees, 390 residents. */
  readonly insurance: '310' | '390'
}

export const VOUCHERS: readonly FakeVoucher[] = [
  voucher(1, 'chenjianguo', '310', '湖南省株洲市茶陵县'),
  voucher(2, 'wangxiuying', '390', '湖南省株洲市茶陵县'),
  voucher(3, 'lixiaohong', '390', '湖南省株洲市醴陵市'),
  voucher(4, 'zhangwei', '390', '湖南省株洲市茶陵县'),
]

function voucher(serial: number, person: string, insurance: '310' | '390', place: string): FakeVoucher {
  const personNumber = `43020000000${String(serial).padStart(6, '0')}`
  return { licenceId: licenceIdFor('eVoucher', serial), person, personNumber, place, insurance }
}
