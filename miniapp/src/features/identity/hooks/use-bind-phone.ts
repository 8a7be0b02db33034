import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors } from '../../../ui/use-errors'
import { checkCode } from '../checks'
import { finishProof } from '../finish'
import { IDENTITY_PAGES } from '../identity-pages'
import type { CodeStep } from './code-step'
import { usePhoneDraft } from './use-phone-draft'
import { useSendCode } from './use-send-code'

const FLOW = [IDENTITY_PAGES.bindPhone, IDENTITY_PAGES.bindPhoneCode]

export interface WechatPhone {
  /** `null`: the person refused. */
  handleAnswer: (code: string | null) => void
  noCode: boolean
  problem: ApiProblem | null
}

/** Binding by WeChat: the app gets a single-use code, never the number. */
export function useWechatPhone(): WechatPhone {
  const [noCode, setNoCode] = useState(false)
  const submit = useSubmit('PUT /v1/account/phone', (session) => finishProof(session, FLOW))
  const handleAnswer = (code: string | null) => {
    setNoCode(code === null)
    if (code !== null) submit.send({ body: { method: 'wechat', code } })
  }
  return { handleAnswer, noCode, problem: submit.problem }
}

/** The second step of binding by SMS. */
export function useBindPhoneCode(): CodeStep {
  const draft = usePhoneDraft('bind-phone')
  const again = useSendCode(draft)
  const [code, setCode] = useState('')
  const submit = useSubmit('PUT /v1/account/phone', async (session) => {
    await finishProof(session, FLOW)
    draft.clear()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    if (passes(checkCode(code))) submit.send({ body: { method: 'sms', phone: draft.sentTo, code } })
  }
  return { draft, again, code, setCode, errors, refused, busy: submit.busy, handleSubmit }
}
