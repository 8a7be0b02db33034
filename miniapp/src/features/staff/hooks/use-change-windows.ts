import type { BoardDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { boardText } from '../board-text'
import type { Place } from '../place'
import { checkReason } from '../visit-words'
import { refreshBoard } from './use-live'
import { rangeInput, useRange, type Range } from './use-range'

const text = boardText.windows

/** A whole number within limits, or null. */
function readCount(typed: string, least: number, most: number): number | null {
  const count = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return count >= least && count <= most ? count : null
}

export interface ChangeWindows {
  range: Range
  windows: string
  setWindows: (typed: string) => void
  perWindow: string
  setPerWindow: (typed: string) => void
  reason: string
  setReason: (typed: string) => void
  /** People each slot would take; null while a number is missing. */
  capacity: number | null
  errors: readonly FieldError[]
  refused: ApiProblem | null
  busy: boolean
  handleSubmit: () => void
}

/** Opening a spare window, closing one, or changing how many people each takes. `onDone` gets the number of slots changed. */
export function useChangeWindows(place: Place, board: BoardDto, onDone: (slots: number) => void): ChangeWindows {
  const range = useRange(board)
  const [typedWindows, setWindows] = useState<string | null>(null)
  const [typedPerWindow, setPerWindow] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const first = range.slots[0]
  const windows = typedWindows ?? (first === undefined ? '' : String(first.windows))
  const perWindow = typedPerWindow ?? (first === undefined ? '' : String(first.peoplePerWindow))
  const count = readCount(windows, 0, 99)
  const people = readCount(perWindow, 1, 20)
  const submit = useSubmit('POST /v1/staff/capacity-changes', ({ slots }) => {
    onDone(slots.length)
    void refreshBoard()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const found = [
      ...range.check(),
      ...(count === null ? [{ name: 'windows', message: text.countWrong }] : []),
      ...(people === null ? [{ name: 'peoplePerWindow', message: text.perWindowWrong }] : []),
      ...checkReason(reason),
    ]
    const input = rangeInput(place, range, reason)
    if (!passes(found) || input === null || count === null || people === null) return
    submit.send({ body: { ...input, windows: count, peoplePerWindow: people } })
  }
  return {
    ...{ range, windows, setWindows, perWindow, setPerWindow, reason, setReason, errors, refused, handleSubmit },
    capacity: count === null || people === null ? null : count * people,
    busy: submit.busy,
  }
}
