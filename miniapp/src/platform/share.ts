import { useShareAppMessage } from '@tarojs/taro'
import { currentAddress } from './navigation'
import { copyText } from './save-file'

/** What a person gets who is sent this page in WeChat. The page's config must have `enableShareAppMessage`. */
export function useShareCard(title: string): void {
  useShareAppMessage(() => ({ title, path: currentAddress() }))
}

/** `closed`: the person changed their mind. */
export type Shared = 'handed-over' | 'copied' | 'closed' | 'refused'

/** Browsers: hands the page on top to the phone's own way of sharing, or, where it has none, copies the address. Only straight from a tap. */
export async function sharePage(title: string): Promise<Shared> {
  const url = window.location.origin + currentAddress()
  if ('share' in navigator) {
    try {
      await navigator.share({ title, url })
      return 'handed-over'
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return 'closed'
    }
  }
  return (await copyText(url)) ? 'copied' : 'refused'
}
