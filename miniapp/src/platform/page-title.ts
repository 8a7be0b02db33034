import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Sets the title of the page on top, for pages whose title depends on what they show. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
}
