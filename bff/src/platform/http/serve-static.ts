import type { AppContext, AppMiddleware } from './app-context'
import { sendForm } from './compressed-forms'
import type { StaticFile, StaticFiles } from './static-files'

const A_YEAR = 'public, max-age=31536000, immutable'

/** Serves a built site. An address without a file of its own that a person opens gets `/index.html`: the app finds the page. */
export function serveStatic(files: StaticFiles): AppMiddleware {
  return async (ctx, next) => {
    const file = ctx.method === 'GET' || ctx.method === 'HEAD' ? findFile(files, ctx) : null
    if (file) await send(ctx, file)
    else await next()
  }
}

function findFile(files: StaticFiles, ctx: AppContext): StaticFile | null {
  const exact = files.get(ctx.path === '/' ? '/index.html' : ctx.path)
  if (exact) return exact
  const lastSegment = ctx.path.slice(ctx.path.lastIndexOf('/') + 1)
  const isPage = !ctx.path.startsWith('/v1/') && !lastSegment.includes('.') && ctx.get('accept').includes('text/html')
  return isPage ? (files.get('/index.html') ?? null) : null
}

async function send(ctx: AppContext, file: StaticFile): Promise<void> {
  const encoding = file.forms.choose(ctx)
  ctx.status = 200
  ctx.set('Cache-Control', file.immutable ? A_YEAR : 'no-cache')
  ctx.set('ETag', `"${file.etag}-${encoding}"`)
  if (file.contentSecurityPolicy) ctx.set('Content-Security-Policy', file.contentSecurityPolicy)
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  await sendForm(ctx, file.forms, encoding, file.type)
}
