import { useDraft, type Draft } from '../../../platform/drafts'

const EMPTY = { name: '', residentId: '' }
const SETTINGS = { secrets: ['residentId'], own: true } as const

export type PersonDraft = Draft<typeof EMPTY>

/** Name and number; the number stays in memory. */
export function usePersonDraft(page: 'real-name' | 'step-up'): PersonDraft {
  return useDraft(page, EMPTY, SETTINGS)
}
