import { useState } from 'react'
import { PAGES } from '../../../platform/pages'
import { useSubmit, type Submit } from '../../../platform/use-submit'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { checkCode, tidyNumber } from '../checks'
import { checkPerson } from '../person-check'
import { finishProof } from '../finish'
import { usePersonDraft, type PersonDraft } from './use-person-draft'

export interface StepUp extends Pick<FormErrors, 'errors' | 'refused'> {
  draft: PersonDraft
  code: string
  setCode: (code: string) => void
  /** Epoch milliseconds; null before the first code was sent. */
  againAt: number | null
  sending: Submit<'POST /v1/step-up/sms-codes'>
  busy: boolean
  handleCode: () => void
  handlePerson: () => void
}

/** Makes sure that it is still the same person: a code to their own phone, or name and number when they have none bound. */
export function useStepUp(): StepUp {
  const draft = usePersonDraft('step-up')
  const [code, setCode] = useState('')
  const [againAt, setAgainAt] = useState<number | null>(null)
  const sending = useSubmit('POST /v1/step-up/sms-codes', ({ againIn }) => {
    setAgainAt(Date.now() + againIn * 1000)
  })
  const submit = useSubmit('POST /v1/step-up', async (session) => {
    await finishProof(session, [PAGES.stepUp])
    draft.clear()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleCode = () => {
    if (passes(checkCode(code))) submit.send({ body: { method: 'sms', code } })
  }
  const handlePerson = () => {
    const person = { name: draft.values.name.trim(), residentId: tidyNumber(draft.values.residentId) }
    if (passes(checkPerson(person))) submit.send({ body: { method: 'real_name', ...person } })
  }
  return { draft, code, setCode, againAt, sending, errors, refused, busy: submit.busy, handleCode, handlePerson }
}
