import { useRef } from 'react'
import { useSubmit } from '../../../platform/use-submit'
import type { PhoneDraft } from './use-phone-draft'

/** Sends a code by SMS to any phone and notes when another may be asked for. */
export function useSendCode(draft: PhoneDraft, onSent?: () => void) {
  const asked = useRef('')
  const submit = useSubmit('POST /v1/sms-codes', ({ againIn }) => {
    draft.setSent(asked.current, againIn)
    onSent?.()
  })
  return {
    ...submit,
    sendTo: (phone: string) => {
      if (submit.busy) return
      asked.current = phone
      submit.send({ body: { phone } })
    },
  }
}
