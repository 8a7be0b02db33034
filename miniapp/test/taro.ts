/**
 * Stands in for `@tarojs/taro` in component tests: storage in memory, navigation written down, requests answered by
 * `fake-bff.ts`. The real one runs in the browser journeys and in the WeChat runner.
 */
import { useEffect } from 'react'

interface RequestOptions {
  method: string
  url: string
  header: Record<string, string>
  data?: string
}

export interface TaroReply {
  statusCode: number
  data: unknown
}

interface Navigation {
  how: 'navigateTo' | 'redirectTo' | 'switchTab' | 'navigateBack' | 'reLaunch'
  url: string | null
}

const unanswered = (options: RequestOptions): Promise<TaroReply> =>
  Promise.reject(new Error(`No answer for ${options.method} ${options.url}`))

/** What tests read and set. */
export const taroState = {
  storage: new Map<string, unknown>(),
  navigations: [] as Navigation[],
  path: '/pages/home/index',
  query: {} as Record<string, string>,
  stackDepth: 1,
  title: '',
  calls: [] as string[],
  request: unanswered,
}

export function resetTaro(): void {
  taroState.storage.clear()
  Object.assign(taroState, {
    navigations: [],
    path: '/pages/home/index',
    query: {},
    stackDepth: 1,
    title: '',
    calls: [],
    request: unanswered,
  })
}

const navigate = (how: Navigation['how']) => (options: { url?: string }) => {
  taroState.navigations.push({ how, url: options.url ?? null })
  return Promise.resolve({ errMsg: `${how}:ok` })
}

const router = () => ({ path: taroState.path, params: taroState.query })

export function useRouter() {
  return router()
}

export function useDidShow(callback: () => void): void {
  useEffect(callback, [])
}

const Taro = {
  getStorageSync: (key: string) => taroState.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void taroState.storage.set(key, value),
  removeStorageSync: (key: string) => void taroState.storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...taroState.storage.keys()] }),
  request: (options: RequestOptions) => taroState.request(options),
  navigateTo: navigate('navigateTo'),
  redirectTo: navigate('redirectTo'),
  switchTab: navigate('switchTab'),
  navigateBack: navigate('navigateBack'),
  reLaunch: navigate('reLaunch'),
  getCurrentPages: () => Array.from({ length: taroState.stackDepth }, () => ({ route: taroState.path })),
  getCurrentInstance: () => ({ router: router() }),
  setNavigationBarTitle: ({ title }: { title: string }) => {
    taroState.title = title
    return Promise.resolve()
  },
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => {
    taroState.calls.push(phoneNumber)
    return Promise.resolve()
  },
}

export default Taro
