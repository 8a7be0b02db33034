import Taro from '@tarojs/taro'
import { PAGES, TABS } from './pages'
import { onForgetPerson } from './session'
import { storedValue, useStoredValue } from './stored-value'
import { IS_WEAPP } from './target'

const MESSAGES_TAB = TABS.findIndex((tab) => tab.page === PAGES.messages)
const unread = storedValue<number>('unread', 0, (value): value is number => typeof value === 'number')

onForgetPerson(() => {
  showUnread(0)
})

/** Puts the number of unread messages on the tab bar. */
export function showUnread(count: number): void {
  unread.set(count)
  if (!IS_WEAPP) return
  const done =
    count > 0
      ? Taro.setTabBarBadge({ index: MESSAGES_TAB, text: String(count) })
      : Taro.removeTabBarBadge({ index: MESSAGES_TAB })
  // WeChat refuses while no tab is on top; the next tab page that opens says it again.
  done.catch(() => undefined)
}

/** For the tab bar of the browser build. */
export function useUnread(): number {
  return useStoredValue(unread)
}
