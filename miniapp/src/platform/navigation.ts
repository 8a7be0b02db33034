import Taro, { useRouter } from '@tarojs/taro'
import { useMemo } from 'react'
import { isTabPage, PAGES } from './pages'

/** WeChat keeps at most ten pages; from the ninth on a page replaces the one before, so that the way on is never blocked. */
const STACK_LIMIT = 9

type Query = Record<string, string | undefined>

function addressOf(page: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  if (pairs.length === 0) return page
  return `${page}${page.includes('?') ? '&' : '?'}${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** What is being opened now: a second tap on the same thing must not open it twice. */
let opening: string | null = null

/** Opens a page, so that "back" returns here. A tab opens as a tab. */
export async function go(page: string, query?: Query): Promise<void> {
  const address = addressOf(page, query)
  if (opening === address) return
  opening = address
  try {
    if (isTabPage(page)) await Taro.switchTab({ url: page })
    else if (Taro.getCurrentPages().length >= STACK_LIMIT) await replace(page, query)
    else await Taro.navigateTo({ url: address })
  } finally {
    opening = null
  }
}

/** Opens a page in place of this one: "back" must not lead into a form that was sent. */
export async function replace(page: string, query?: Query): Promise<void> {
  if (isTabPage(page)) await Taro.switchTab({ url: page })
  else await Taro.redirectTo({ url: addressOf(page, query) })
}

/** Opens a page with nothing below it: what was sent is done, and "back" leads home. */
export async function finishAt(page: string, query?: Query): Promise<void> {
  await Taro.reLaunch({ url: addressOf(page, query) })
}

export const canGoBack = (): boolean => Taro.getCurrentPages().length > 1

/** One page back, or home when this page was opened from outside (a message, a shared link). */
export async function back(): Promise<void> {
  if (canGoBack()) await Taro.navigateBack({ delta: 1 })
  else await Taro.switchTab({ url: PAGES.home })
}

/** Back to `page`, whatever its query, when it is the one below; otherwise opens it in place of this one. */
export async function returnTo(page: string): Promise<void> {
  const below = Taro.getCurrentPages().slice(-2, -1)[0]?.route ?? ''
  if (below.split('?')[0]?.replace(/^\/*/, '/') === page.split('?')[0]) await Taro.navigateBack({ delta: 1 })
  else await replace(page)
}

/** Back past every page of `flow` on top, to where the person came from; home when the flow was opened from outside. */
export async function leaveFlow(flow: readonly string[]): Promise<void> {
  const fromTop = Taro.getCurrentPages()
    .map((page) => (page.route ?? '').replace(/^\/*/, '/'))
    .reverse()
  const delta = fromTop.findIndex((route) => !flow.includes(route))
  if (delta > 0) await Taro.navigateBack({ delta })
  else if (delta < 0) await Taro.switchTab({ url: PAGES.home })
}

/** Both targets hand a query over as it stands in the address. Somebody may have mended that by hand: what cannot be decoded stays. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The address of the page on top, with its query: where to come back to after signing in. */
export function currentAddress(): string {
  const current = Taro.getCurrentInstance().router
  if (!current) return PAGES.home
  const query = Object.entries(current.params).filter(([name]) => !name.startsWith('$') && name !== 'stamp')
  const path = (current.path.split('?')[0] ?? '').replace(/^\/*/, '/')
  return addressOf(path, Object.fromEntries(query.map(([name, value]) => [name, decode(value ?? '')])))
}

/** The query of this page, decoded. */
export function useQuery(): Record<string, string | undefined> {
  const { params } = useRouter()
  return useMemo(
    () =>
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value === undefined ? undefined : decode(value)])),
    [params],
  )
}
