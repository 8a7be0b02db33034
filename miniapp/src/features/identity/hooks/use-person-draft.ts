import { useDraft } from '../../../platform/drafts'

const EMPTY = { name: '', residentId: '' }
const SECRETS = ['residentId'] as const

/** Name and number; the number stays in memory. */
export function usePersonDraft(page: 'real-name' | 'step-up') {
  return useDraft(page, EMPTY, SECRETS)
}

export type PersonDraft = ReturnType<typeof usePersonDraft>
