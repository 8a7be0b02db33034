import Taro from '@tarojs/taro'
import { IS_BROWSER } from './target'

/** Moves the keyboard (browsers) or the view (WeChat) to an element of the page on top. */
export function moveTo(elementId: string): void {
  if (IS_BROWSER) document.getElementById(elementId)?.focus()
  else void Taro.pageScrollTo({ selector: `#${elementId}`, duration: 0 })
}
