import Taro from '@tarojs/taro'
import { IS_BROWSER } from './target'

/** Tells when the app comes to the front or goes to the back. Returns the way to stop. */
export function onAppFocus(listener: (focused: boolean) => void): () => void {
  if (IS_BROWSER) {
    const tell = () => {
      listener(document.visibilityState === 'visible')
    }
    document.addEventListener('visibilitychange', tell)
    return () => {
      document.removeEventListener('visibilitychange', tell)
    }
  }
  const shown = () => {
    listener(true)
  }
  const hidden = () => {
    listener(false)
  }
  Taro.onAppShow(shown)
  Taro.onAppHide(hidden)
  return () => {
    Taro.offAppShow(shown)
    Taro.offAppHide(hidden)
  }
}
