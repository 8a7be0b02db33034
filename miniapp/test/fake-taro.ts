import { answer } from './fake-bff'

interface Request {
  method: string
  url: string
  header: Record<string, string>
  data?: string
}

const storage = new Map<string, unknown>()
let stack: string[] = []

const clean = (url: string) => url.replace(/^\/*/, '/')
const routeOf = (url: string) => clean(url).split('?')[0] ?? ''

function paramsOf(url: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''))
}

/** The addresses of the pages, the last on top. */
export const pagesOpen = (): readonly string[] => stack

export function openPages(addresses: readonly string[]): void {
  stack = [...addresses]
}

/** What a test may change: what WeChat would answer. */
export const phone = { wechatCode: 'wechat-code', clipboard: '' }

const router = () => ({ path: routeOf(stack.at(-1) ?? '/'), params: paramsOf(stack.at(-1) ?? '/') })

/** The part of Taro that `src/platform` uses, over memory. */
const Taro = {
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => storage.set(key, value),
  removeStorageSync: (key: string) => storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  request: ({ method, url, header, data }: Request) => answer(method, url, header, data),
  navigateTo: ({ url }: { url: string }) => {
    stack.push(url)
    return Promise.resolve()
  },
  redirectTo: ({ url }: { url: string }) => {
    stack.splice(-1, 1, url)
    return Promise.resolve()
  },
  switchTab: ({ url }: { url: string }) => {
    stack = [url]
    return Promise.resolve()
  },
  navigateBack: ({ delta }: { delta: number }) => {
    stack = stack.slice(0, Math.max(1, stack.length - delta))
    return Promise.resolve()
  },
  getCurrentPages: () => stack.map((url) => ({ route: routeOf(url) })),
  getCurrentInstance: () => ({ router: router() }),
  setNavigationBarTitle: () => Promise.resolve(),
  pageScrollTo: () => Promise.resolve(),
  makePhoneCall: () => Promise.resolve(),
  login: () => Promise.resolve({ code: phone.wechatCode }),
  setClipboardData: ({ data }: { data: string }) => {
    phone.clipboard = data
    return Promise.resolve()
  },
  getDeviceInfo: () => ({ model: 'iPhone 12' }),
  getAppBaseInfo: () => ({}),
}

export default Taro
export const useRouter = router
export const useDidShow = () => undefined
