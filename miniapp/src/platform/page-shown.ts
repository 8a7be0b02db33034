import { focusManager } from '@tanstack/react-query'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState, useSyncExternalStore } from 'react'

export { useDidHide as usePageHidden, useDidShow as usePageShown } from '@tarojs/taro'

/** Whether this page is on top: the pages below it stay in memory and need not follow anything. */
export function useIsPageShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => {
    setShown(true)
  })
  useDidHide(() => {
    setShown(false)
  })
  return shown
}

const watchFocus = (listener: () => void) => focusManager.subscribe(listener)
const isFocused = () => focusManager.isFocused()

/** Whether somebody can see this page now: it is on top, and the app in front. */
export function useIsInFront(): boolean {
  const shown = useIsPageShown()
  return useSyncExternalStore(watchFocus, isFocused) && shown
}
