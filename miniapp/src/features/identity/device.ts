import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { getDeviceId } from '../../platform/ids'
import { getDeviceLabel } from '../../platform/system'

interface SignInDescription {
  device: { id: string; label: string }
  consent: typeof PRIVACY_VERSION
}

/** What goes along with every way of signing in: which device, and the notice that was agreed to (pages show nothing before). */
export async function describeSignIn(): Promise<SignInDescription> {
  return { device: { id: await getDeviceId(), label: getDeviceLabel() }, consent: PRIVACY_VERSION }
}
