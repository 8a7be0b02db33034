import { useState } from 'react'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors } from '../../../ui/use-errors'
import { checkCode } from '../checks'
import { describeSignIn } from '../device'
import { finishSignIn } from '../finish'
import type { CodeStep } from './code-step'
import { usePhoneDraft } from './use-phone-draft'
import { useSendCode } from './use-send-code'

/** The second step of signing in by phone. */
export function useSignInCode(): CodeStep {
  const draft = usePhoneDraft('sign-in')
  const again = useSendCode(draft)
  const [code, setCode] = useState('')
  const submit = useSubmit('POST /v1/sessions/sms', async (reply) => {
    await finishSignIn(reply)
    draft.clear()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const signIn = async () => {
    submit.send({ body: { phone: draft.sentTo, code, ...(await describeSignIn()) } })
  }
  const handleSubmit = () => {
    if (passes(checkCode(code))) void signIn()
  }
  return { draft, again, code, setCode, errors, refused, busy: submit.busy, handleSubmit }
}
