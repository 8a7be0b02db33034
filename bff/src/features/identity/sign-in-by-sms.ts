import type { z } from 'zod'
import type { SignedInDto, SignInBySmsInput } from '@one-visit/shared/identity/contract'
import { SEALED } from '../../identity/person'
import { sensitive } from '../../platform/sensitive'
import { signIn, type SignInDeps } from './sign-in'
import { phoneIndex, redeemSmsCode } from './sms-codes'

/** Signs in by phone and code. Throws `code_invalid` and `too_many_attempts`. */
export async function signInBySms(
  deps: SignInDeps,
  body: z.output<typeof SignInBySmsInput>,
  requestId: string,
): Promise<SignedInDto> {
  const phone = sensitive(body.phone)
  await redeemSmsCode(deps, phone, 'sign_in', body.code)
  return signIn(deps, {
    provider: 'sms',
    key: { phoneIndex: phoneIndex(deps.crypto, phone) },
    known: { phoneSealed: deps.crypto.seal(body.phone, SEALED.phone) },
    device: body.device,
    privacyVersion: body.consent,
    requestId,
  })
}
