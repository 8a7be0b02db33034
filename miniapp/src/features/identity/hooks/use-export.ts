import { useMutation } from '@tanstack/react-query'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { useState } from 'react'
import { toProblem, type ApiProblem } from '../../../platform/api-problem'
import { api } from '../../../platform/client'
import { copyText, saveFile } from '../../../platform/save-file'
import { accountText } from '../account-text'

export interface Export {
  /** JSON, once it was fetched. */
  text: string | null
  busy: boolean
  problem: ApiProblem | null
  outcome: 'saved' | 'copied' | 'refused' | null
  handleFetch: () => void
  handleSave: () => Promise<void>
  handleCopy: () => Promise<void>
}

/**
 * Fetched once for each tap, not looked up: every fetch is written down, and full names and numbers must not stay in a cache.
 * Saving is a tap of its own, for WeChat sends files only straight from one.
 */
export function useExport(): Export {
  const [outcome, setOutcome] = useState<Export['outcome']>(null)
  const fetching = useMutation({ mutationFn: () => api.call('GET /v1/account/export') })
  const text = fetching.data === undefined ? null : JSON.stringify(fetching.data, null, 2)
  return {
    text,
    busy: fetching.isPending,
    problem: fetching.error === null ? null : toProblem(fetching.error),
    outcome,
    handleFetch: () => {
      if (!fetching.isPending) fetching.mutate()
    },
    handleSave: async () => {
      const fileName = accountText.exportData.fileName(localDateAt(Date.now()))
      if (text !== null) setOutcome((await saveFile(fileName, text)) ? 'saved' : 'refused')
    },
    handleCopy: async () => {
      if (text !== null) setOutcome((await copyText(text)) ? 'copied' : 'refused')
    },
  }
}
