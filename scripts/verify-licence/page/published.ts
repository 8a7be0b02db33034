import { readKeys, readStatus } from '../documents'
import type { Store } from './store'

const WITHIN_MS = 5_000

/** Fetches the two published documents from `origin`; throws when either cannot be had. Nothing else ever leaves this page. */
export async function fetchPublished(origin: string): Promise<Pick<Store, 'keys' | 'status'>> {
  const [keys, status] = await Promise.all(
    ['/.well-known/jwks.json', '/.well-known/licence-status.json'].map(async (path) => {
      const reply = await fetch(new URL(path, origin), { signal: AbortSignal.timeout(WITHIN_MS), cache: 'no-store' })
      if (!reply.ok) throw new Error(`${path}: ${reply.status}`)
      return (await reply.json()) as unknown
    }),
  )
  return { keys, status }
}

/** What the page has to judge with, in words. */
export function describePublished({ keys, status }: Pick<Store, 'keys' | 'status'>): string {
  const known = readKeys(keys)
  const list = readStatus(status)
  const time = (instant: string): string => new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })
  return [
    known ? `公钥 ${known.length} 把。` : '还没有公钥。',
    list ? `注销名单做于 ${time(list.issuedAt)}，${time(list.expiresAt)} 前可用。` : '还没有注销名单。',
  ].join('')
}
