import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { IS_BROWSER } from './target'

const listeners = new Set<() => void>()
let online = IS_BROWSER ? navigator.onLine : true

function announce(isOnline: boolean): void {
  if (online === isOnline) return
  online = isOnline
  for (const listener of [...listeners]) listener()
}

/** Follows the phone's connection; called once at start. */
export function watchNetwork(): void {
  if (IS_BROWSER) {
    window.addEventListener('online', () => {
      announce(true)
    })
    window.addEventListener('offline', () => {
      announce(false)
    })
    return
  }
  Taro.onNetworkStatusChange(({ isConnected }) => {
    announce(isConnected)
  })
  void Taro.getNetworkType().then(({ networkType }) => {
    announce(networkType !== 'none')
  })
}

export const isOnline = (): boolean => online

export function onNetworkChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useOnline(): boolean {
  return useSyncExternalStore(onNetworkChange, isOnline)
}
