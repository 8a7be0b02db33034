import type { countyEndpoints } from '@one-visit/shared/county/contract'
import type { CountyPack } from '../../platform/county-pack'
import type { Handlers } from '../../platform/http/register-endpoints'

export function countyHandlers({ pack }: { readonly pack: CountyPack }): Handlers<typeof countyEndpoints> {
  return { 'GET /v1/county': () => Promise.resolve(pack.county) }
}
