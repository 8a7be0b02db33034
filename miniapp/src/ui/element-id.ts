import { createContext, useContext } from 'react'

/** Pages below the top one stay in the document, so the ids of each page carry a prefix of its own. */
export const ScreenId = createContext('page')

/** The id of an element of this page, for `aria-describedby` and for moving to a field. */
export function useElementId(): (name: string) => string {
  const prefix = useContext(ScreenId)
  return (name) => `${prefix}-${name}`
}
