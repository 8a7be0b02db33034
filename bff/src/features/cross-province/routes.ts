import type { crossProvinceEndpoints } from '@one-visit/shared/cross-province/contract'
import { SingleFlight } from '../../departments/single-flight'
import type { Handlers } from '../../platform/http/register-endpoints'
import { applyAcrossRegions } from './apply-across-regions'
import type { CrossProvinceDeps } from './deps'
import { findRegions, getRegion } from './find-in-pack'
import { listApplications, viewApplication } from './own-applications'
import { presentAcrossItem, presentRegion, presentRegionSummary } from './region-presenter'

export function crossProvinceHandlers(services: CrossProvinceDeps): Handlers<typeof crossProvinceEndpoints> {
  const deps = { ...services, flights: new SingleFlight() }
  const { pack } = deps
  return {
    'GET /v1/regions': ({ query }) =>
      Promise.resolve({ items: findRegions(pack, query).map((region) => presentRegionSummary(pack, region)) }),
    'GET /v1/regions/:region': ({ params }) => Promise.resolve(presentRegion(pack, getRegion(pack, params.region))),
    'GET /v1/regions/:region/items/:item': ({ params, query }) =>
      Promise.resolve(presentAcrossItem(pack, getRegion(pack, params.region), params.item, query.side)),
    'POST /v1/cross-province-applications': ({ principal, body, once, requestId }) =>
      applyAcrossRegions(deps, { principal, input: body, once, requestId }),
    'GET /v1/cross-province-applications': ({ principal }) => listApplications(deps, principal),
    'GET /v1/cross-province-applications/:id': ({ principal, params }) => viewApplication(deps, principal, params.id),
  }
}
