import type { PresentationDto } from '@one-visit/shared/licences/contract'
import { PRESENTATION_SECONDS } from '@one-visit/shared/licences/rules'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { useSecondsLeft } from '../../../ui/code-field'
import { dropPresenting, findPresenting, keepPresenting } from '../presenting'
import type { Way } from '../ways'

/** So many seconds before the end it is said that the end is near. */
const SOON = 15

interface Shown {
  id: string
  licence: string
  fields: readonly string[]
  way: Way
}

export interface Show {
  /** `gone`: the page was opened anew, and what it showed is no longer here. */
  state: 'showing' | 'soon' | 'ended' | 'stopped' | 'gone'
  /** Null unless it counts now. */
  presentation: PresentationDto | null
  secondsLeft: number
  renewing: boolean
  /** Of the renewal. */
  problem: ApiProblem | null
  /** Whether the BFF knows that it was stopped; null before. */
  toldToStop: boolean | null
  handleRenew: () => void
  handleStop: () => void
}

/** Shows one code for 60 seconds. Nothing renews itself: a new one is made for each tap, and stopping takes it off at once. */
export function useShow({ id, licence, fields, way }: Shown): Show {
  const [presenting, setPresenting] = useState(() => findPresenting(id))
  const [stopped, setStopped] = useState(false)
  const [told, setTold] = useState(false)
  const renew = useSubmit('POST /v1/presentations', (presentation) => {
    keepPresenting(presentation)
    setPresenting(findPresenting(presentation.id))
    setStopped(false)
  })
  const stop = useSubmit('DELETE /v1/presentations/:id', () => {
    setTold(true)
  })
  const secondsLeft = useSecondsLeft(presenting === null ? null : presenting.at + PRESENTATION_SECONDS * 1000)
  const alive = secondsLeft > 0 ? (secondsLeft > SOON ? 'showing' : 'soon') : 'ended'
  const state = stopped ? 'stopped' : presenting === null ? 'gone' : alive
  const toldToStop = told ? true : stop.problem === null ? null : false
  return {
    state,
    presentation: state === 'showing' || state === 'soon' ? (presenting?.presentation ?? null) : null,
    secondsLeft,
    renewing: renew.busy,
    problem: renew.problem,
    toldToStop,
    handleRenew: () => {
      setTold(false)
      stop.reset()
      renew.send({ body: { licence, fields: [...fields], way } })
    },
    handleStop: () => {
      if (presenting === null) return
      // Off the screen first: the network may be slow, or gone.
      setStopped(true)
      dropPresenting(presenting.presentation.id)
      stop.send({ params: { id: presenting.presentation.id } })
    },
  }
}
