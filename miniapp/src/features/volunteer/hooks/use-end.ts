import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { formatMandateNumber, MANDATE_NUMBER_PATTERN, MANDATE_QR_PREFIX } from '@one-visit/shared/proxy/rules'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { tidy } from '../../../platform/tidy'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { mandateText } from '../mandate-text'
import { refreshTasks } from './use-tasks'

const text = mandateText.end

export type CameBy = 'person_phone' | 'person_counter'

/** The ten digits of what was typed, or scanned from the slip. */
const readNumber = (typed: string): string => tidy(typed).replace(MANDATE_QR_PREFIX, '')

function check(from: CameBy | null, number: string, lastFour: string): FieldError[] {
  return [
    ...(from === null ? [{ name: 'from', message: text.from.wrong }] : []),
    ...(MANDATE_NUMBER_PATTERN.test(number) ? [] : [{ name: 'number', message: text.number.wrong }]),
    ...(/^\d{3}[\dX]$/.test(lastFour) ? [] : [{ name: 'lastFour', message: text.lastFour.wrong }]),
  ]
}

export interface EndForm {
  from: CameBy | null
  setFrom: (from: CameBy) => void
  number: string
  setNumber: (typed: string) => void
  lastFour: string
  setLastFour: (typed: string) => void
  errors: readonly FieldError[]
  refused: ApiProblem | null
  busy: boolean
  handleSubmit: () => void
}

/** Ending a mandate for the person who rang up or came. Numbers of others stay in memory only. */
export function useEnd(onDone: (mandate: MandateDto) => void): EndForm {
  const [from, setFrom] = useState<CameBy | null>(null)
  const [number, setTyped] = useState('')
  const [lastFour, setLastFour] = useState('')
  const submit = useSubmit('POST /v1/staff/mandates/ending', (mandate) => {
    onDone(mandate)
    void refreshTasks()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const input = { number: readNumber(number), lastFour: tidy(lastFour) }
    if (passes(check(from, input.number, input.lastFour)) && from !== null) submit.send({ body: { ...input, from } })
  }
  const setNumber = (typed: string) => {
    setTyped(typed.startsWith(MANDATE_QR_PREFIX) ? formatMandateNumber(readNumber(typed)) : typed)
  }
  return { from, setFrom, number, setNumber, lastFour, setLastFour, errors, refused, busy: submit.busy, handleSubmit }
}
