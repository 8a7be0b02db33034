/**
 * Stands in for `@tarojs/taro` in component tests: storage in memory, navigation written down, requests answered by
 * `fake-bff.ts`. The real one runs in the browser journeys and in the WeChat runner.
 */
import { useEffect, useRef } from 'react'

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
  delta?: number
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
  /** Routes of the pages below, the first at the bottom; counts instead of `stackDepth` when given. */
  below: [] as string[],
  title: '',
  calls: [] as string[],
  wechatCode: 'wechat-code',
  clipboard: '',
  /** Made when the page is shared in WeChat. */
  card: null as (() => { title: string; path: string }) | null,
  /** What a person answers when WeChat asks for leave to send a message. */
  subscribeAnswer: 'accept' as 'accept' | 'reject',
  /** Where WeChat says the phone is; null: the person refused. */
  position: null as { latitude: number; longitude: number } | null,
  /** What was handed to the phone's calendar and map. */
  handedOver: [] as unknown[],
  /** On a tab of WeChat's own bar. */
  badge: null as string | null,
  /** What the camera sees; null: the person closes the scanner. */
  scanned: null as string | null,
  request: unanswered,
}

export function resetTaro(): void {
  taroState.storage.clear()
  Object.assign(taroState, {
    navigations: [],
    path: '/pages/home/index',
    query: {},
    stackDepth: 1,
    below: [],
    title: '',
    calls: [],
    wechatCode: 'wechat-code',
    clipboard: '',
    card: null,
    subscribeAnswer: 'accept',
    position: null,
    handedOver: [],
    badge: null,
    scanned: null,
    request: unanswered,
  })
}

const navigate = (how: Navigation['how']) => (options: { url?: string; delta?: number }) => {
  taroState.navigations.push({ how, url: options.url ?? null, ...(options.delta === undefined ? {} : { delta: options.delta }) })
  return Promise.resolve({ errMsg: `${how}:ok` })
}

const router = () => ({ path: taroState.path, params: taroState.query })

export function useRouter() {
  return router()
}

export function useDidShow(callback: () => void): void {
  const shown = useRef(callback)
  useEffect(() => {
    shown.current()
  }, [])
}

/** What a person gets who is sent the page of a test. */
export function useShareAppMessage(card: () => { title: string; path: string }): void {
  taroState.card = card
}

/** The page of a test stays on top. */
export function useDidHide(): void {
  return undefined
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
  getCurrentPages: () => {
    const below =
      taroState.below.length > 0 ? taroState.below : Array.from({ length: taroState.stackDepth - 1 }, () => taroState.path)
    return [...below, taroState.path].map((route) => ({ route }))
  },
  getCurrentInstance: () => ({ router: router() }),
  setNavigationBarTitle: ({ title }: { title: string }) => {
    taroState.title = title
    return Promise.resolve()
  },
  login: () => Promise.resolve({ code: taroState.wechatCode }),
  setClipboardData: ({ data }: { data: string }) => {
    taroState.clipboard = data
    return Promise.resolve()
  },
  requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) =>
    Promise.resolve(Object.fromEntries(tmplIds.map((id) => [id, taroState.subscribeAnswer]))),
  setTabBarBadge: ({ text }: { text: string }) => {
    taroState.badge = text
    return Promise.resolve()
  },
  removeTabBarBadge: () => {
    taroState.badge = null
    return Promise.resolve()
  },
  scanCode: () =>
    taroState.scanned === null ? Promise.reject(new Error('cancel')) : Promise.resolve({ result: taroState.scanned }),
  getFuzzyLocation: () =>
    taroState.position === null ? Promise.reject(new Error('auth deny')) : Promise.resolve(taroState.position),
  openLocation: (place: unknown) => {
    taroState.handedOver.push(place)
    return Promise.resolve()
  },
  addPhoneCalendar: (entry: unknown) => {
    taroState.handedOver.push(entry)
    return Promise.resolve()
  },
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => {
    taroState.calls.push(phoneNumber)
    return Promise.resolve()
  },
}

export default Taro
