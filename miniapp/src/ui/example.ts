import type { ReactNode } from 'react'

/** One state of a component. The gallery shows it in both modes; tests render the same. */
export interface Example {
  name: string
  render: () => ReactNode
}

/** For examples: controls do something only on real pages. */
export const doNothing = (): void => undefined
