import { useState } from 'react'
import { replace } from '../../../platform/navigation'
import { forgetSession } from '../../../platform/session'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { IDENTITY_PAGES } from '../identity-pages'
import { identityText } from '../text'

const CONFIRM = '注销'

export interface DeleteAccount extends Pick<FormErrors, 'errors' | 'refused'> {
  confirm: string
  setConfirm: (typed: string) => void
  busy: boolean
  handleDelete: () => void
}

/** Deletes the account after the word was typed, and everything of it on this device. */
export function useDeleteAccount(): DeleteAccount {
  const [confirm, setConfirm] = useState('')
  const submit = useSubmit('POST /v1/account/deletion', async () => {
    forgetSession()
    await replace(IDENTITY_PAGES.accountDeleted)
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleDelete = () => {
    const found = confirm.trim() === CONFIRM ? [] : [{ name: 'confirm', message: identityText.field.confirm.wrong }]
    if (passes(found)) submit.send({ body: { confirm: CONFIRM } })
  }
  return { confirm, setConfirm, errors, refused, busy: submit.busy, handleDelete }
}
