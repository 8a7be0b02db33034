import { RELATION_TEXT } from '@one-visit/shared/family/rules'
import { useState } from 'react'
import { askAgain } from '../../../platform/query-client'
import { useLookUp } from '../../../platform/use-look-up'
import type { Choice } from '../../../ui/choices'
import { healthCodeText } from '../text'

export interface People {
  /** The person first, then those who are shown on this account; names masked. */
  choices: readonly Choice<string>[]
  /** Whether the family has been answered since the page was opened: who is missing in an older list may have been added since. */
  known: boolean
  /** The family could not be asked for, and no earlier answer is known. */
  away: boolean
}

/** Somebody is not shown on this account any more: the list is older than that. */
export function askForPeopleAgain(): void {
  void askAgain(['GET /v1/family', {}])
}

/** Whose codes this account may show. */
export function usePeople(): People {
  const [openedAt] = useState(Date.now)
  const { data, asOf, problem } = useLookUp('GET /v1/family', {}, { keepCopy: true, everyMs: false })
  const members = data?.members.filter(({ status }) => status === 'active') ?? []
  return {
    choices: [
      { value: 'self', title: healthCodeText.self },
      ...members.map(({ id, name, relation }) => ({
        value: id,
        title: healthCodeText.member(name, RELATION_TEXT[relation]),
      })),
    ],
    known: data !== undefined && asOf >= openedAt,
    away: data === undefined && problem !== null,
  }
}
