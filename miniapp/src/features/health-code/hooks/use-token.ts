import type { HealthCodeDto, HealthCodeTokenDto } from '@one-visit/shared/health-code/contract'
import { HEALTH_CODE_RENEW_BEFORE_SECONDS, HEALTH_CODE_SECONDS } from '@one-visit/shared/health-code/rules'
import { useEffect, useState } from 'react'
import { usePagePerson, type Acting } from '../../../platform/acting'
import { api } from '../../../platform/client'
import { useIsInFront } from '../../../platform/page-shown'
import type { LookUp } from '../../../platform/use-look-up'
import { useSecondsLeft } from '../../../ui/code-field'

const LIFETIME = HEALTH_CODE_SECONDS * 1000
const RENEW_AFTER = LIFETIME - HEALTH_CODE_RENEW_BEFORE_SECONDS * 1000
/** After a renewal that failed, milliseconds: there is time for two more tries before the token ends. */
const TRY_AGAIN_AFTER = 5_000

/** `at`: when it was asked for or came, epoch milliseconds of this phone: whose clock is wrong has a living code all the same. */
interface HeldToken extends HealthCodeTokenDto {
  readonly at: number
}

interface Renewal {
  readonly token: HeldToken | null
  /** Epoch milliseconds; 0 while renewals go well. */
  readonly failedAt: number
}

export interface LiveToken {
  /** Null when there is none that is alive: then the code is an old one. */
  readonly token: HealthCodeTokenDto | null
  readonly secondsLeft: number
  readonly failing: boolean
}

const NOTHING: Renewal = { token: null, failedAt: 0 }

/** The newest word counts, also when it is that there is no token. */
function newestOf({ data, asOf }: LookUp<HealthCodeDto>, renewed: HeldToken | null): HeldToken | null {
  if (renewed !== null && renewed.at >= asOf) return renewed
  return data?.token ? { ...data.token, at: asOf } : null
}

async function renewFor(acting: Acting | null, person: string): Promise<HeldToken> {
  const at = Date.now()
  return { ...(await api.callFor(acting, 'POST /v1/health-codes/:person/token', { params: { person } })), at }
}

/** The token of one person's code, renewed 15 seconds before its end for as long as somebody can see the page. */
export function useToken(person: string, code: LookUp<HealthCodeDto>): LiveToken {
  const { acting } = usePagePerson()
  const inFront = useIsInFront()
  const [{ token: renewed, failedAt }, setRenewal] = useState(NOTHING)
  const held = newestOf(code, renewed)
  const dueAt = held === null ? null : Math.max(held.at + RENEW_AFTER, failedAt === 0 ? 0 : failedAt + TRY_AGAIN_AFTER)
  useEffect(() => {
    if (dueAt === null || !inFront) return undefined
    let over = false
    const settle = (next: (before: Renewal) => Renewal) => {
      if (!over) setRenewal(next)
    }
    const handleDue = () => {
      renewFor(acting, person).then(
        (token) => settle(() => ({ token, failedAt: 0 })),
        () => settle((before) => ({ ...before, failedAt: Date.now() })),
      )
    }
    const timer = setTimeout(handleDue, Math.max(0, dueAt - Date.now()))
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [acting, person, dueAt, inFront])
  const secondsLeft = useSecondsLeft(held === null ? null : held.at + LIFETIME)
  return { token: secondsLeft > 0 ? held : null, secondsLeft, failing: failedAt !== 0 }
}
