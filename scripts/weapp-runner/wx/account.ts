import { getRandomValues } from 'node:crypto'
import type { Answers } from '../answers'
import { asStrings, type Dictionary } from '../dynamic'
import type { Gesture } from '../events/gesture'
import { weChatLimits } from '../limits'
import type { Sandbox } from '../logic-layer/sandbox'
import { ApiFailure, type ApiCalls } from './calls'
import type { Privacy } from './privacy'

function subscribe(options: Dictionary, answers: Answers, isAfterTap: boolean): Dictionary {
  const templates = asStrings(options.tmplIds)
  if (!isAfterTap) throw new ApiFailure('can only be invoked by user TAP gesture.')
  if (templates.length === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 10001 })
  if (templates.length > weChatLimits.subscribeTemplates)
    throw new ApiFailure('tmplIds has more than 3 templates', { errCode: 10004 })
  const { subscribe: answer } = answers
  return Object.fromEntries(templates.map((id) => [id, typeof answer === 'string' ? answer : (answer[id] ?? 'reject')]))
}

/** Sign-in, consent, messages: what WeChat does with the person's account. */
export function accountApis(
  calls: ApiCalls,
  sandbox: Sandbox,
  { answers, gesture, privacy }: { answers: Answers; gesture: Gesture; privacy: Privacy },
): Dictionary {
  // The gate in front of every asynchronous API waits a moment; whether a tap is under way must be known at the call itself.
  const requestSubscribeMessage = (given: unknown): unknown => {
    const isAfterTap = gesture.isActive
    return calls.asynchronous('requestSubscribeMessage', (options) => subscribe(options, answers, isAfterTap))(given)
  }
  const randomValues = calls.asynchronous('getRandomValues', ({ length }) => {
    if (typeof length !== 'number' || length < 1 || length > 1_048_576) throw new ApiFailure('invalid length')
    return { randomValues: sandbox.newBuffer(getRandomValues(new Uint8Array(length))) }
  })
  return {
    requestSubscribeMessage,
    login: calls.asynchronous('login', () => {
      const code = answers.loginCodes.shift()
      if (code === undefined) throw new ApiFailure('no code is left: give more in answers.loginCodes')
      return { code }
    }),
    checkSession: calls.asynchronous('checkSession', () => ({})),
    getRandomValues: randomValues,
    getUserCryptoManager: () => Object.assign(sandbox.convert({}) as Dictionary, { getRandomValues: randomValues }),
    getPrivacySetting: calls.asynchronous('getPrivacySetting', () => ({
      needAuthorization: privacy.needsAuthorization,
      privacyContractName: '《用户隐私保护指引》',
    })),
    requirePrivacyAuthorize: calls.asynchronous('requirePrivacyAuthorize', () => ({})),
    onNeedPrivacyAuthorization: (listener: unknown) => {
      privacy.listen(listener)
    },
    getAccountInfoSync: () => sandbox.clone({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
  }
}
