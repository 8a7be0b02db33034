import { ASKS_A_DAY } from '@one-visit/shared/proxy/rules'
import type { Mandate } from '../../../identity/mandate.entity'
import type { Transaction } from '../../../platform/database'
import { type Problem, problem } from '../../../platform/errors'

type Pair = Pick<Mandate, 'accountId' | 'askedById'>

const DAY_MS = 86_400_000
const COUNTER = '两人带身份证到便民服务中心当面办理，随时可以。'

/**
 * Throws `too_many_attempts` for whoever has asked this person so often in 24 hours that it is a nuisance. Call it under
 * `lockSides`, so that asking at several places at once is counted, too.
 */
export async function requireMayAsk(tx: Transaction, pair: Pair, now: Date): Promise<void> {
  const { asked, first } = await countAsked(tx, pair, now)
  if (asked >= ASKS_A_DAY) throw tooOften(`一天里已经请本人同意过 ${asked} 次。请明天再试。${COUNTER}`, first, now)
}

/** The same for the codes that go to their phone, of which the newest counts already. Throwing takes it back. */
export async function requireMaySendCode(tx: Transaction, pair: Pair, now: Date): Promise<void> {
  const { codes, first } = await countAsked(tx, pair, now)
  if (codes > ASKS_A_DAY)
    throw tooOften(`一天里已经给本人发过 ${ASKS_A_DAY} 次验证码。请本人在手机上同意，或明天再试。${COUNTER}`, first, now)
}

interface Asked {
  readonly asked: number
  readonly codes: number
  /** UTC ISO 8601; null: not yet. */
  readonly first: string | null
}

/** What was witnessed at a counter asked the person to their face. */
async function countAsked(tx: Transaction, { accountId, askedById }: Pair, now: Date): Promise<Asked> {
  const since = new Date(now.getTime() - DAY_MS).toISOString()
  const [counted] = await tx.sql<Asked[]>`
    SELECT CAST(count(*) AS integer) AS asked, CAST(COALESCE(SUM(codes_sent), 0) AS integer) AS codes, MIN(asked_at) AS first
    FROM mandates
    WHERE account_id = ${accountId} AND asked_by_id = ${askedById} AND asked_at > ${since} AND COALESCE(evidence, '') <> 'witnessed'`
  return counted ?? { asked: 0, codes: 0, first: null }
}

function tooOften(detail: string, first: string | null, now: Date): Problem {
  const left = (first === null ? 0 : Date.parse(first) + DAY_MS - now.getTime()) / 1000
  return problem('too_many_attempts', { detail, retryAfter: Math.ceil(left) })
}
