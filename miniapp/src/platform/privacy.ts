import Taro from '@tarojs/taro'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { storedValue, useStoredValue } from './stored-value'
import { IS_WEAPP } from './target'

const agreed = storedValue<string>('privacy-agreed', '', (value): value is string => typeof value === 'string')

/** The `id` WeChat wants to know of the button that was tapped. */
export const PRIVACY_BUTTON_ID = 'agree-privacy'

let answerWechat: ((answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void) | undefined

/**
 * WeChat refuses private APIs (errno 104) until it knows of the consent, and forgets it on its own terms: then ours is
 * asked for again. Called once at start.
 */
export function watchWechatPrivacy(): void {
  // Base libraries before 2.32.3 know nothing of it; there our own notice is all.
  if (!IS_WEAPP || !('onNeedPrivacyAuthorization' in Taro)) return
  Taro.onNeedPrivacyAuthorization((resolve) => {
    answerWechat = resolve
    agreed.clear()
  })
  Taro.getPrivacySetting({
    success: ({ needAuthorization }) => {
      if (needAuthorization) agreed.clear()
    },
  })
}

/** True when the person has agreed to the present version of the notice. Before that the app does nothing else. */
export function useConsent(): boolean {
  return useStoredValue(agreed) === PRIVACY_VERSION
}

export function agreeToPrivacy(): void {
  answerWechat?.({ event: 'agree', buttonId: PRIVACY_BUTTON_ID })
  answerWechat = undefined
  agreed.set(PRIVACY_VERSION)
}

/** Asks again at once: the person takes the consent back. */
export function withdrawConsent(): void {
  agreed.clear()
}
