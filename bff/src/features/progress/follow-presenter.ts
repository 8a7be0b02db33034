import type { CaseProgressDto, FollowDto } from '@one-visit/shared/progress/contract'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Follow } from './follow.entity'

export const PROGRESS_PURPOSE = 'progress.followed'

/** The last answer seen, kept with the follow so that it can be shown when the department is away. */
export type KnownProgress = Omit<CaseProgressDto, 'followId' | 'followProof'>

export function sealProgress(progress: KnownProgress, crypto: FieldCrypto): string {
  return crypto.seal(JSON.stringify(progress), PROGRESS_PURPOSE)
}

export function openProgress(follow: Follow, crypto: FieldCrypto): KnownProgress {
  return JSON.parse(crypto.open(follow.progressSealed, PROGRESS_PURPOSE)) as KnownProgress
}

export function presentFollow(follow: Follow, crypto: FieldCrypto): FollowDto {
  const { caseNumber, itemName, department, departmentWords } = openProgress(follow, crypto)
  const { id, status, changedAt, checkedAt, createdAt } = follow
  return { id, caseNumber, itemName, department, departmentWords, status, changedAt, checkedAt, createdAt }
}
