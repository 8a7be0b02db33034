import { MOBILE_PATTERN } from '@one-visit/shared/identity/rules'
import { isResidentId } from '@one-visit/shared/kernel/resident-id'
import { useState } from 'react'
import type { CallReply } from '../../../platform/api'
import type { ApiProblem } from '../../../platform/api-problem'
import { useStaffSession } from '../../../platform/staff-session'
import { tidy } from '../../../platform/tidy'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { deskText } from '../desk-text'
import { refreshVolunteers } from './use-volunteers'

const text = deskText.register

export type Registered = CallReply<'POST /v1/staff/volunteers'>

export interface RegisterValues {
  name: string
  residentId: string
  phone: string
  office: string | null
  username: string
}

const USERNAME = /^[a-z][a-z0-9.-]{2,29}$/

const wrong = (isWrong: boolean, name: string, message: string): FieldError[] => (isWrong ? [{ name, message }] : [])

function check({ name, residentId, phone, office, username }: RegisterValues): FieldError[] {
  return [
    ...wrong(name.trim().length < 2, 'name', text.name.wrong),
    ...wrong(!isResidentId(tidy(residentId)), 'residentId', text.residentId.wrong),
    ...wrong(!MOBILE_PATTERN.test(tidy(phone)), 'phone', text.phone.wrong),
    ...wrong(!USERNAME.test(username.trim()), 'username', text.username.wrong),
    ...wrong(office === null, 'office', text.office.wrong),
  ]
}

export interface RegisterForm {
  values: RegisterValues
  set: (changed: Partial<RegisterValues>) => void
  errors: readonly FieldError[]
  refused: ApiProblem | null
  busy: boolean
  handleSubmit: () => void
}

/** A new volunteer. Names and numbers of others stay in memory only. */
export function useRegister(onDone: (volunteer: Registered) => void): RegisterForm {
  const own = useStaffSession()?.office ?? null
  const [values, setValues] = useState<RegisterValues>({ name: '', residentId: '', phone: '', office: own, username: '' })
  const submit = useSubmit('POST /v1/staff/volunteers', (volunteer) => {
    onDone(volunteer)
    void refreshVolunteers()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const { name, residentId, phone, office, username } = values
    if (!passes(check(values)) || office === null) return
    const numbers = { residentId: tidy(residentId), phone: tidy(phone) }
    submit.send({ body: { name: name.trim(), ...numbers, office, username: username.trim() } })
  }
  const set = (changed: Partial<RegisterValues>) => {
    setValues((before) => ({ ...before, ...changed }))
  }
  return { values, set, errors, refused, busy: submit.busy, handleSubmit }
}
