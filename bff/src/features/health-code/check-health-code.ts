import type { HealthCodeCheckDto } from '@one-visit/shared/health-code/contract'
import type { CodeFailure } from '@one-visit/shared/kernel/signed-code/verify-code'
import type { ProblemCode } from '@one-visit/shared/kernel/problem'
import { problem } from '../../platform/errors'
import type { Signer } from '../../platform/signing/signer'

/** What is no code of ours at all is none that we signed. */
const PROBLEM_OF: Readonly<Record<CodeFailure, ProblemCode>> = {
  malformed: 'code_unknown_key',
  unknown_key: 'code_unknown_key',
  altered: 'code_altered',
  not_yet_valid: 'code_not_yet_valid',
  expired: 'code_expired',
}

/** Whether a token is genuine and holds now; nothing is asked and nothing is kept. Throws the `code_` problems. */
export function checkHealthCode(signer: Signer, token: string): HealthCodeCheckDto {
  const checked = signer.verifyHealthCode(token.trim())
  if ('failure' in checked) throw problem(PROBLEM_OF[checked.failure])
  const { content, issuedAt, expiresAt } = checked
  return {
    colour: content.colour,
    name: content.name,
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
