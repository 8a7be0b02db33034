import { VOUCHERS } from './insurance/vouchers'
import type { World } from './world'

/** The ids of a person's licences by the department's name of the licence; the e-voucher too. */
export function licenceIdsOf(world: World, person: string): Readonly<Record<string, string>> {
  const vouchers = VOUCHERS.map((voucher) => ({ ...voucher, typeName: '医保电子凭证' }))
  const held = [...world.licences, ...vouchers].filter((licence) => licence.person === person)
  return Object.fromEntries(held.map(({ typeName, licenceId }) => [typeName, licenceId]))
}
