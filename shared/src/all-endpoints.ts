import { boardEndpoints } from './appointments/board-contract'
import { appointmentEndpoints } from './appointments/contract'
import { catalogueEndpoints } from './catalogue/contract'
import { countyEndpoints } from './county/contract'
import { crossProvinceEndpoints } from './cross-province/contract'
import { departmentEndpoints } from './departments/contract'
import { familyEndpoints } from './family/contract'
import { healthCodeEndpoints } from './health-code/contract'
import { identityEndpoints } from './identity/contract'
import { licenceEndpoints } from './licences/contract'
import { messageEndpoints } from './messages/contract'
import { progressEndpoints } from './progress/contract'
import { proxyEndpoints } from './proxy/contract'
import { proxyStaffEndpoints } from './proxy/staff-contract'
import { staffEndpoints } from './staff/contract'

/** Every endpoint of the service, for /openapi.json and the mini-program's `call()`. */
export const allEndpoints = {
  ...appointmentEndpoints,
  ...boardEndpoints,
  ...catalogueEndpoints,
  ...countyEndpoints,
  ...crossProvinceEndpoints,
  ...departmentEndpoints,
  ...familyEndpoints,
  ...healthCodeEndpoints,
  ...identityEndpoints,
  ...licenceEndpoints,
  ...messageEndpoints,
  ...progressEndpoints,
  ...proxyEndpoints,
  ...proxyStaffEndpoints,
  ...staffEndpoints,
}

export type AllEndpoints = typeof allEndpoints
