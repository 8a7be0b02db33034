import { useState } from 'react'
import { useDraft } from '../../../platform/drafts'
import { canGoBack, leaveFlow, replace } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { queryClient } from '../../../platform/query-client'
import { keepStaffSignedIn } from '../../../platform/staff-session'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { staffText } from '../text'

const EMPTY = { username: '' }
const { username: forName, password: forPassword, totp: forTotp } = staffText.signIn

function check(username: string, password: string, totp: string): FieldError[] {
  return [
    ...(username === '' ? [{ name: 'username', message: forName.wrong }] : []),
    ...(password === '' ? [{ name: 'password', message: forPassword.wrong }] : []),
    ...(/^\d{6}$/.test(totp) ? [] : [{ name: 'totp', message: forTotp.wrong }]),
  ]
}

/** Back to what asked for the sign-in, or to the staff's first page. */
async function leave(): Promise<void> {
  if (canGoBack()) await leaveFlow([PAGES.staffSignIn])
  else await replace(PAGES.staffHome)
}

export interface StaffSignIn extends Pick<FormErrors, 'errors' | 'refused'> {
  username: string
  setUsername: (typed: string) => void
  password: string
  setPassword: (typed: string) => void
  totp: string
  setTotp: (typed: string) => void
  busy: boolean
  handleSubmit: () => void
}

/** Only the user name is kept on the device. */
export function useStaffSignIn(): StaffSignIn {
  const draft = useDraft('staff-sign-in', EMPTY, { own: true })
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const submit = useSubmit('POST /v1/staff/sessions', async (reply) => {
    keepStaffSignedIn(reply)
    setPassword('')
    void queryClient.invalidateQueries()
    await leave()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const username = draft.values.username
  const handleSubmit = () => {
    const code = totp.replace(/\s/g, '')
    if (passes(check(username.trim(), password, code))) submit.send({ body: { username: username.trim(), password, totp: code } })
  }
  const setUsername = (value: string) => {
    draft.set('username', value)
  }
  return { username, setUsername, password, setPassword, totp, setTotp, errors, refused, busy: submit.busy, handleSubmit }
}
