import type { countyEndpoints } from '@one-visit/shared/county/contract'
import type { CountyPack } from '../../platform/county-pack'
import type { Handlers } from '../../platform/http/register-endpoints'
import { extraDaysSentence } from './extra-days-sentence'
import { presentItemGroup, presentOffice } from './pack-presenter'

export function countyHandlers({ pack }: { readonly pack: CountyPack }): Handlers<typeof countyEndpoints> {
  const offices = { items: pack.offices.map((office) => presentOffice(pack, office)) }
  const itemGroups = { items: pack.itemGroups.map(presentItemGroup), extraDays: extraDaysSentence(pack.opening) }
  return {
    'GET /v1/county': () => Promise.resolve(pack.county),
    'GET /v1/offices': () => Promise.resolve(offices),
    'GET /v1/item-groups': () => Promise.resolve(itemGroups),
  }
}
