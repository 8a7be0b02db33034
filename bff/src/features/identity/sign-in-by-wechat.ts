import type { z } from 'zod'
import type { SignedInDto, SignInByCodeInput } from '@one-visit/shared/identity/contract'
import type { WechatClient } from '../../departments/wechat/client'
import { SEALED } from '../../identity/person'
import { signIn, type SignInDeps } from './sign-in'

/** Signs in by the code of wx.login. The openid is all that is kept; the session key stays in the WeChat client. */
export async function signInByWechat(
  deps: SignInDeps & { readonly wechat: WechatClient },
  body: z.output<typeof SignInByCodeInput>,
  requestId: string,
): Promise<SignedInDto> {
  const { openId } = await deps.wechat.codeToSession(body.code)
  return signIn(deps, {
    provider: 'wechat',
    key: { wechatIndex: deps.crypto.blindIndex(openId.reveal(), SEALED.wechat) },
    known: { wechatSealed: deps.crypto.seal(openId.reveal(), SEALED.wechat) },
    device: body.device,
    privacyVersion: body.consent,
    requestId,
  })
}
