import { useEffect, useState } from 'react'
import { useQuery } from '../../../platform/navigation'
import { NO_DAY, NO_OFFICE, type AnswersDraft } from './use-answers'

/** Takes what the address names, `itemGroup` and perhaps `office`, as the answers to the first questions; later ones stay as they were only when it is the same. */
export function useAskedPlace({ answers, answer }: AnswersDraft): void {
  const { itemGroup = '', office = '' } = useQuery()
  const [before] = useState(answers)
  useEffect(() => {
    if (itemGroup !== '' && itemGroup !== before.itemGroup) answer({ itemGroup, who: '', ...NO_OFFICE })
    if (office !== '' && (office !== before.office || itemGroup !== before.itemGroup)) answer({ office, ...NO_DAY })
  }, [itemGroup, office, before, answer])
}
