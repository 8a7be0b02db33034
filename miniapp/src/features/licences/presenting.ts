import type { PresentationDto } from '@one-visit/shared/licences/contract'
import { queryClient } from '../../platform/query-client'

/** `at`: when it came, epoch milliseconds of this phone: its clock need not be right. */
export interface Presenting {
  readonly presentation: PresentationDto
  readonly at: number
}

const keyOf = (id: string) => ['presentation', id] as const

/** Hands what is to be shown to the page that shows it; in memory only, and not in an address that others may see. */
export function keepPresenting(presentation: PresentationDto): void {
  queryClient.setQueryData<Presenting>(keyOf(presentation.id), { presentation, at: Date.now() })
}

export const findPresenting = (id: string): Presenting | null => queryClient.getQueryData<Presenting>(keyOf(id)) ?? null

export function dropPresenting(id: string): void {
  queryClient.removeQueries({ queryKey: keyOf(id) })
}
