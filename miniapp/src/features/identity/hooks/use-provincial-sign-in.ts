import { useEffect, useRef, useState } from 'react'
import { useConsent } from '../../../platform/privacy'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { describeSignIn } from '../device'
import { finishSignIn } from '../finish'
import { identityText } from '../text'

export interface ProvincialSignIn extends Pick<FormErrors, 'errors' | 'refused'> {
  code: string
  setCode: (code: string) => void
  busy: boolean
  /** The given code is being used: nothing to fill in. */
  working: boolean
  handleSubmit: () => void
}

/** `given`: the code that the province sent along when it led the person back here, or undefined when it is typed in. */
export function useProvincialSignIn(given: string | undefined): ProvincialSignIn {
  const agreed = useConsent()
  const [code, setCode] = useState(given ?? '')
  const started = useRef(false)
  const submit = useSubmit('POST /v1/sessions/provincial', finishSignIn)
  const { errors, refused, passes } = useErrors(submit.problem)
  const { send } = submit
  const signIn = async (value: string) => {
    send({ body: { code: value, ...(await describeSignIn()) } })
  }
  useEffect(() => {
    if (given === undefined || !agreed || started.current) return
    started.current = true
    void signIn(given)
  })
  const handleSubmit = () => {
    const value = code.trim()
    const found = value === '' ? [{ name: 'code', message: identityText.field.provincialCode.wrong }] : []
    if (passes(found)) void signIn(value)
  }
  const working = given !== undefined && submit.problem === null
  return { code, setCode, errors, refused, busy: submit.busy, working, handleSubmit }
}
