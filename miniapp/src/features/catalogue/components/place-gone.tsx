import type { ReactNode } from 'react'
import { RefusalContent } from '../../../ui/outcome-pages'
import { catalogueText } from '../text'

const { gone } = catalogueText.place

/** A place that is no more, or does not do it; `children`: the way on. */
export function PlaceGone({ children }: { children: ReactNode }) {
  return <RefusalContent refusal={{ ...gone, detail: gone.title, requestId: null }}>{children}</RefusalContent>
}
