import { toCsv } from '@one-visit/shared/kernel/csv'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import type { LicenceViewDto } from '@one-visit/shared/licences/contract'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { toProblem, type ApiProblem } from '../../../platform/api-problem'
import { api } from '../../../platform/client'
import { saveFile } from '../../../platform/save-file'
import { formatInstant } from '../../../ui/when'
import { typeName } from '../choices'
import { fieldLabels } from '../view-words'
import { viewsText } from '../views-text'

export interface ExportViews {
  isReady: boolean
  busy: boolean
  problem: ApiProblem | null
  outcome: 'saved' | 'refused' | null
  handleFetch: () => void
  handleSave: () => Promise<void>
}

const rowOf = (view: LicenceViewDto): string[] => [
  `${localDateAt(Date.parse(view.at)).slice(0, 4)}年${formatInstant(view.at)}`,
  viewsText.doneBy(view),
  typeName(view),
  fieldLabels(view).join('、'),
  view.place ?? '',
  view.purpose ?? '',
]

/** The whole log as a table. Fetched by one tap and saved by another: WeChat sends files only straight from a tap. */
export function useExportViews(): ExportViews {
  const [outcome, setOutcome] = useState<ExportViews['outcome']>(null)
  const fetching = useMutation({ mutationFn: () => api.call('GET /v1/licence-views/export') })
  const { data } = fetching
  const saving = useRef(false)
  return {
    isReady: data !== undefined,
    busy: fetching.isPending,
    problem: fetching.error === null ? null : toProblem(fetching.error),
    outcome,
    handleFetch: () => {
      if (!fetching.isPending) fetching.mutate()
    },
    handleSave: async () => {
      // A second tap while the first is being answered would write over the file that is on its way.
      if (data === undefined || saving.current) return
      saving.current = true
      const table = toCsv([[...viewsText.columns], ...data.items.map(rowOf)])
      setOutcome((await saveFile(viewsText.fileName(localDateAt(Date.now())), table)) ? 'saved' : 'refused')
      saving.current = false
    },
  }
}
