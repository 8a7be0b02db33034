import { isSmsCode } from '@one-visit/shared/identity/rules'
import { useState } from 'react'
import { replace } from '../../../platform/navigation'
import { useSubmit } from '../../../platform/use-submit'
import type { CodeEntry } from '../../../ui/code-question'
import { useErrors } from '../../../ui/use-errors'
import { mandateText } from '../mandate-text'
import { PROXY_PAGES } from '../proxy-pages'
import { noteMandate } from './use-mandates'

/** The code that the person reads out is their consent. */
export function useCode(id: string): CodeEntry {
  const [code, setCode] = useState('')
  const submit = useSubmit('POST /v1/mandates/:id/code', async (mandate) => {
    noteMandate(mandate)
    await replace(PROXY_PAGES.mandate, { id, agreed: '1' })
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    if (passes(isSmsCode(code) ? [] : [{ name: 'code', message: mandateText.code.wrong }]))
      submit.send({ params: { id }, body: { code } })
  }
  return { code, setCode, errors, refused, busy: submit.busy, handleSubmit }
}
