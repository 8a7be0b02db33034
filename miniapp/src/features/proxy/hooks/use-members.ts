import type { FamilyDto, FamilyMemberDto } from '@one-visit/shared/family/contract'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** Who is shown on this account, names masked. */
export function useFamily(): LookUp<FamilyDto> {
  return useLookUp('GET /v1/family', {}, { keepCopy: true })
}

export interface Members {
  members: readonly FamilyMemberDto[]
  /** The family could not be asked for, and no earlier answer is known. */
  away: boolean
}

/** The same, where the question can be answered without knowing them. */
export function useMembers(): Members {
  const { data, problem } = useFamily()
  return {
    members: data?.members.filter(({ status }) => status === 'active') ?? [],
    away: data === undefined && problem !== null,
  }
}
