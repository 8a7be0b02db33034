import { useState } from 'react'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors } from '../../../ui/use-errors'
import { checkCode } from '../checks'
import { describeSignIn } from '../device'
import { finishSignIn } from '../finish'
import { usePhoneDraft } from './use-phone-draft'
import { useSendCode } from './use-send-code'

/** The second step of signing in by phone. */
export function useSignInCode() {
  const draft = usePhoneDraft('sign-in')
  const again = useSendCode(draft)
  const [code, setCode] = useState('')
  const submit = useSubmit('POST /v1/sessions/sms', async (reply) => {
    await finishSignIn(reply)
    draft.clear()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = async () => {
    if (passes(checkCode(code))) submit.send({ body: { phone: draft.sentTo, code, ...(await describeSignIn()) } })
  }
  return { draft, again, code, setCode, errors, refused, busy: submit.busy, handleSubmit }
}
