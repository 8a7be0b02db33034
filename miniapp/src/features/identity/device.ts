import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { getDeviceId } from '../../platform/ids'
import { getDeviceLabel } from '../../platform/system'

/** What goes along with every way of signing in: which device, and the notice that was agreed to (pages show nothing before). */
export async function describeSignIn() {
  return { device: { id: await getDeviceId(), label: getDeviceLabel() }, consent: PRIVACY_VERSION } as const
}
