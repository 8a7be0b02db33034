import type { countyEndpoints } from '@one-visit/shared/county/contract'
import type { CountyPack } from '../../platform/county-pack'
import { PreparedReply } from '../../platform/http/prepared-reply'
import type { Handlers } from '../../platform/http/register-endpoints'
import { extraDaysSentence } from './extra-days-sentence'
import { presentItemGroup, presentOffice } from './pack-presenter'

type Lasting = 'GET /v1/offices' | 'GET /v1/item-groups'

export function countyHandlers({ pack }: { readonly pack: CountyPack }): Handlers<typeof countyEndpoints, Lasting> {
  const offices = PreparedReply.lasting({ items: pack.offices.map((office) => presentOffice(pack, office)) })
  const itemGroups = PreparedReply.lasting({
    items: pack.itemGroups.map(presentItemGroup),
    extraDays: extraDaysSentence(pack.opening),
  })
  return {
    'GET /v1/county': () => Promise.resolve(pack.county),
    'GET /v1/offices': () => Promise.resolve(offices),
    'GET /v1/item-groups': () => Promise.resolve(itemGroups),
  }
}
