import type { z } from 'zod'
import type { SignedInDto, SignInByCodeInput } from '@one-visit/shared/identity/contract'
import type { ProvincialClient, ProvincialProfile } from '../../departments/provincial/client'
import { SEALED } from '../../identity/person'
import { signIn, type SignIn, type SignInDeps } from './sign-in'

/**
 * Signs in by the provincial account. A profile the province has verified leads to the person's account whichever way it was
 * opened, at assurance 2; an unverified one opens an account of its own. Throws `sign_in_failed` for a bad code.
 */
export async function signInByProvincial(
  deps: SignInDeps & { readonly provincial: ProvincialClient },
  body: z.output<typeof SignInByCodeInput>,
  requestId: string,
): Promise<SignedInDto> {
  const profile = await deps.provincial.profileOf(body.code)
  return signIn(deps, {
    provider: 'provincial',
    ...accountOf(deps, profile),
    device: body.device,
    privacyVersion: body.consent,
    requestId,
  })
}

function accountOf({ crypto, clock }: SignInDeps, profile: ProvincialProfile): Pick<SignIn, 'key' | 'known'> {
  if (!profile.verified)
    return { key: { provincialIndex: crypto.blindIndex(profile.openId.reveal(), SEALED.provincial) }, known: {} }
  const residentId = profile.verified.residentId.reveal()
  return {
    key: { residentIdIndex: crypto.blindIndex(residentId, SEALED.residentId) },
    known: {
      nameSealed: crypto.seal(profile.verified.name.reveal(), SEALED.name),
      residentIdSealed: crypto.seal(residentId, SEALED.residentId),
      realNameVerifiedAt: clock.now().toISOString(),
    },
  }
}
