import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import type { AppContext } from './app-context'
import { sendForm } from './compressed-forms'
import { PreparedReply, weakTagOf } from './prepared-reply'

/** For a plain GET by a page of any origin, which sends no cookie and no token; nothing else of ours answers to other origins. */
export const OPEN_TO_ALL = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

export const publishedOf = (endpoint: Endpoint): { readonly maxAge: number } | undefined =>
  endpoint.access === 'public' && endpoint.pii === 'none' ? endpoint.published : undefined

/** Public data may be kept, compressed and asked about again by its tag; everything else is never stored on the way. */
export async function sendReply(ctx: AppContext, endpoint: Endpoint, reply: unknown): Promise<void> {
  const isRead = ctx.method === 'GET' || ctx.method === 'HEAD'
  const isPublicRead = isRead && endpoint.access === 'public' && endpoint.pii === 'none'
  const published = publishedOf(endpoint)
  const publicKeeping = published ? `public, max-age=${published.maxAge}` : 'no-cache'
  ctx.set('Cache-Control', isPublicRead ? publicKeeping : 'no-store')
  ctx.status = endpoint.reply === null ? 204 : (endpoint.status ?? 200)
  if (endpoint.reply === null) return
  if (!isPublicRead) writeJson(ctx, JSON.stringify(reply))
  else if (reply instanceof PreparedReply) await sendPrepared(ctx, reply)
  else sendOnce(ctx, JSON.stringify(reply))
}

/** Written for this one request; `compressReplies` does the rest. */
function sendOnce(ctx: AppContext, body: string): void {
  ctx.state.compressible = true
  ctx.set('ETag', weakTagOf(body))
  if (ctx.fresh) ctx.status = 304
  else writeJson(ctx, body)
}

async function sendPrepared(ctx: AppContext, { body, etag, forms }: PreparedReply<unknown>): Promise<void> {
  const encoding = forms?.choose(ctx) ?? 'identity'
  ctx.set('ETag', etag)
  if (ctx.fresh) ctx.status = 304
  else if (forms) await sendForm(ctx, forms, encoding, 'application/json')
  else writeJson(ctx, body)
}

function writeJson(ctx: AppContext, body: string | Buffer): void {
  ctx.body = body
  ctx.type = 'application/json'
}
