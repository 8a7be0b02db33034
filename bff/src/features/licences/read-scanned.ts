import type { ProblemCode } from '@one-visit/shared/kernel/problem'
import type { CodeFailure } from '@one-visit/shared/kernel/signed-code/verify-code'
import { ATTEMPT_POLICIES, checkSecret } from '../../identity/attempts'
import { problem } from '../../platform/errors'
import type { LicenceDeps } from './deps'
import { codeIndexOf } from './licence-keys'
import { LicencePresentation } from './presentation.entity'
import { openContent, type PresentationContent } from './presentation-content'
import { parseScanned } from './presentation-secret'

type Deps = Pick<LicenceDeps, 'database' | 'clock' | 'crypto' | 'signer'>

/** What is no code of ours at all is none that we signed. */
const PROBLEM_OF: Readonly<Record<CodeFailure, ProblemCode>> = {
  malformed: 'code_unknown_key',
  unknown_key: 'code_unknown_key',
  altered: 'code_altered',
  not_yet_valid: 'code_not_yet_valid',
  expired: 'code_expired',
}

/** A presentation and what it discloses; `content` null when it has been redeemed or ended. */
export interface Shown {
  readonly row: LicencePresentation
  readonly content: PresentationContent | null
}

/**
 * The presentation behind what was scanned or typed, perhaps over already. Throws `presentation_unknown`, the `code_` problems
 * for offline codes, and `too_many_attempts` for typed codes, of which `staffId` has ten wrong ones free.
 */
export async function readScanned(deps: Deps, text: string, staffId: string): Promise<Shown> {
  const scanned = parseScanned(text)
  switch (scanned.kind) {
    case 'number':
      return openShown(deps, await deps.database.read.findOneBy(LicencePresentation, { numberHash: scanned.hash }))
    case 'typed': {
      const find = () => deps.database.read.findOneBy(LicencePresentation, { codeIndex: codeIndexOf(deps.crypto, scanned.code) })
      return openShown(deps, await checkSecret(deps, `presentation:${staffId}`, ATTEMPT_POLICIES.presentation_code, find))
    }
    case 'offline':
      return readOffline(deps, scanned.text)
    case 'health':
      throw problem('presentation_unknown', { detail: '这是健康码，不是证照的出示码。' })
    case 'unknown':
      throw problem('presentation_unknown')
  }
}

async function readOffline(deps: Deps, text: string): Promise<Shown> {
  const checked = deps.signer.verifyOfflineLicence(text)
  if ('failure' in checked) throw problem(PROBLEM_OF[checked.failure])
  const id = checked.content.presentationId
  const { row, content } = openShown(deps, await deps.database.read.findOneBy(LicencePresentation, { id, way: 'offline' }))
  return { row, content: content && { ...content, fields: checked.content.fields } }
}

function openShown({ crypto }: Deps, row: LicencePresentation | null): Shown {
  if (!row) throw problem('presentation_unknown')
  return { row, content: row.contentSealed === null ? null : openContent(crypto, row.id, row.contentSealed) }
}
