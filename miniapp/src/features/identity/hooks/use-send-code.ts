import { useRef } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import type { PhoneDraft } from './use-phone-draft'

export interface SendCode {
  sendTo: (phone: string) => void
  busy: boolean
  problem: ApiProblem | null
}

/** Sends a code by SMS to any phone and notes when another may be asked for. */
export function useSendCode(draft: PhoneDraft, onSent?: () => void): SendCode {
  const asked = useRef('')
  const submit = useSubmit('POST /v1/sms-codes', ({ againIn }) => {
    draft.setSent(asked.current, againIn)
    onSent?.()
  })
  return {
    busy: submit.busy,
    problem: submit.problem,
    sendTo: (phone: string) => {
      if (submit.busy) return
      asked.current = phone
      submit.send({ body: { phone } })
    },
  }
}
