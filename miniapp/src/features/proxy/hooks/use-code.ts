import { SMS_CODE_LENGTH } from '@one-visit/shared/identity/rules'
import { useState } from 'react'
import { replace } from '../../../platform/navigation'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { mandateText } from '../mandate-text'
import { PROXY_PAGES } from '../proxy-pages'
import { noteMandate } from './use-mandates'

export interface Code extends Pick<FormErrors, 'errors' | 'refused'> {
  code: string
  setCode: (code: string) => void
  busy: boolean
  handleSubmit: () => void
}

/** The code that the person reads out is their consent. */
export function useCode(id: string): Code {
  const [code, setCode] = useState('')
  const submit = useSubmit('POST /v1/mandates/:id/code', async (mandate) => {
    noteMandate(mandate)
    await replace(PROXY_PAGES.mandate, { id, agreed: '1' })
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const isCode = /^\d+$/.test(code) && code.length === SMS_CODE_LENGTH
    if (passes(isCode ? [] : [{ name: 'code', message: mandateText.code.wrong }])) submit.send({ params: { id }, body: { code } })
  }
  return { code, setCode, errors, refused, busy: submit.busy, handleSubmit }
}
