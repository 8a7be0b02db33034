import type { BoardDto, BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useQuery } from '../../../platform/navigation'
import { tidy } from '../../../platform/tidy'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { slotsOf } from '../board-table'
import { checkEntered, type Entered } from '../visit-words'
import { refreshBoard } from './use-live'

export type EnteredBy = 'phone' | 'walk_in'

export interface EnterVisit extends Entered {
  channel: EnteredBy
  set: (changed: Partial<Entered & { channel: EnteredBy }>) => void
  errors: readonly FieldError[]
  refused: ApiProblem | null
  busy: boolean
  handleSubmit: () => void
}

/** A visit for somebody who telephones or stands at the counter. Names and numbers of others stay in memory only. */
export function useEnterVisit(board: BoardDto, onDone: (visit: BoardVisitDto) => void): EnterVisit {
  const query = useQuery()
  const [values, setValues] = useState<Entered & { channel: EnteredBy }>(() => ({
    channel: query['channel'] === 'walk_in' ? 'walk_in' : 'phone',
    group: query['group'] ?? null,
    slotId: query['slot'] ?? null,
    name: '',
    residentId: '',
    phone: '',
  }))
  const { channel, group, name, residentId, phone } = values
  const slotId = group === null ? null : (slotsOf(board, group).find(({ id }) => id === values.slotId)?.id ?? null)
  const submit = useSubmit('POST /v1/staff/appointments', (visit) => {
    onDone(visit)
    void refreshBoard()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    if (!passes(checkEntered({ group, slotId, name, residentId, phone })) || slotId === null) return
    const person = { name: name.trim(), residentId: tidy(residentId), phone: phone.trim() === '' ? null : phone.trim() }
    submit.send({ body: { slotId, channel, ...person } })
  }
  const set = (changed: Partial<Entered & { channel: EnteredBy }>) => {
    setValues((before) => ({ ...before, ...changed }))
  }
  return { ...values, slotId, set, errors, refused, busy: submit.busy, handleSubmit }
}
