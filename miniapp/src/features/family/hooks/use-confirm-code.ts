import { useState } from 'react'
import { useSubmit } from '../../../platform/use-submit'
import type { CodeEntry } from '../../../ui/code-question'
import { useErrors } from '../../../ui/use-errors'
import { checkCode } from '../checks'
import { noteFamilyChanged } from './use-family'

export interface ConfirmCode extends CodeEntry {
  isDone: boolean
}

/** The code that the other person reads out is their consent. */
export function useConfirmCode(id: string): ConfirmCode {
  const [code, setCode] = useState('')
  const [isDone, setDone] = useState(false)
  const submit = useSubmit('POST /v1/family/:id/code', () => {
    setDone(true)
    noteFamilyChanged()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    if (passes(checkCode(code))) submit.send({ params: { id }, body: { code } })
  }
  return { code, setCode, isDone, errors, refused, busy: submit.busy, handleSubmit }
}
