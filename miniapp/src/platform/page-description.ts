import { useEffect } from 'react'
import { usePageShown } from './page-shown'
import { IS_BROWSER } from './target'

/** What index.html says of the whole app. */
let usual: string | undefined

function describe(description: string | undefined): void {
  if (!IS_BROWSER) return
  const meta = document.querySelector('meta[name="description"]')
  usual ??= meta?.getAttribute('content') ?? ''
  meta?.setAttribute('content', description ?? usual)
}

/** In the browser, what search engines and shared links say of the page on top; of the whole app when it says nothing of itself. */
export function usePageDescription(description: string | undefined): void {
  useEffect(() => {
    describe(description)
  }, [description])
  usePageShown(() => {
    describe(description)
  })
}
