import type { HealthCodeCheckDto } from '@one-visit/shared/health-code/contract'
import type { VerificationDto } from '@one-visit/shared/licences/contract'
import { useEffect, useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { useSecondsLeft } from '../../../ui/code-field'
import { useErrors } from '../../../ui/use-errors'
import type { Code } from '../components/scan-or-type'
import { verifyText } from '../verify-text'
import { readShownKey, type ShownKey } from '../verify-words'

/** Somebody else's data on a screen at a counter: seconds until it is put away, unless the person still reads. */
const RESULT_SECONDS = 60
const SOON = 15

export type Checked =
  | { readonly kind: 'licence'; readonly verification: VerificationDto }
  | { readonly kind: 'health'; readonly check: HealthCodeCheckDto }

export interface PutAway {
  checked: Checked | null
  secondsLeft: number
  isSoon: boolean
  /** Something was shown here, and is no longer. */
  isPutAway: boolean
  show: (checked: Checked) => void
  handleLonger: () => void
  handleNext: () => void
}

const inAWhile = () => Date.now() + RESULT_SECONDS * 1000

/** What was checked, in memory only and for a short while. */
export function usePutAway(): PutAway {
  const [shown, setShown] = useState<{ checked: Checked; until: number } | null>(null)
  const [isPutAway, setIsPutAway] = useState(false)
  const until = shown?.until ?? null
  useEffect(() => {
    if (until === null) return undefined
    const timer = setTimeout(() => {
      setShown(null)
      setIsPutAway(true)
    }, until - Date.now())
    return () => {
      clearTimeout(timer)
    }
  }, [until])
  const secondsLeft = useSecondsLeft(until)
  return {
    // A phone that slept may draw once before the timer does.
    checked: secondsLeft > 0 ? (shown?.checked ?? null) : null,
    secondsLeft,
    isSoon: secondsLeft <= SOON,
    isPutAway,
    show: (checked) => {
      setShown({ checked, until: inAWhile() })
      setIsPutAway(false)
    },
    handleLonger: () => {
      setShown(shown && { ...shown, until: inAWhile() })
    },
    handleNext: () => {
      setShown(null)
    },
  }
}

export interface Verify extends Code {
  refused: ApiProblem | null
  /** The same once more: it is one check however often the answer was lost. */
  handleRetry: () => void
}

/** Checks what somebody shows. `purpose`: read by the holder of the licence. */
export function useVerify(purpose: string, onDone: (checked: Checked) => void): Verify {
  const [typed, setTyped] = useState('')
  const [last, setLast] = useState<ShownKey | null>(null)
  const verification = useSubmit('POST /v1/verifications', (done) => {
    onDone({ kind: 'licence', verification: done })
  })
  const check = useSubmit('POST /v1/health-code-checks', (done) => {
    onDone({ kind: 'health', check: done })
  })
  const { errors, refused, passes } = useErrors((last?.kind === 'health' ? check : verification).problem)
  const send = (key: ShownKey) => {
    setLast(key)
    if (key.kind === 'health') check.send({ body: { token: key.code } })
    else verification.send({ body: { code: key.code, purpose } })
  }
  const handleSeen = (seen: string) => {
    const key = readShownKey(seen)
    if (passes(key === null ? [{ name: 'code', message: verifyText.code.wrong }] : []) && key !== null) send(key)
  }
  return {
    typed,
    setTyped,
    errors,
    refused,
    busy: verification.busy || check.busy,
    handleSeen,
    handleSubmit: () => {
      handleSeen(typed)
    },
    handleRetry: () => {
      if (last !== null) send(last)
    },
  }
}
