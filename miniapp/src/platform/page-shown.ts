import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'

export { useDidShow as usePageShown } from '@tarojs/taro'

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
