import type Router from '@koa/router'
import type { EndpointTable } from '@one-visit/shared/kernel/endpoints'
import type { AppContext, AppState } from './app-context'
import { DOCS_STYLE, renderDocs } from './docs-page'
import { buildOpenApi } from './openapi'
import { scriptlessPolicy } from './page-policy'
import { entityTagOf } from './prepared-reply'

interface Page {
  readonly text: string
  readonly type: string
  readonly etag: string
}

const pageOf = (text: string, type: string): Page => ({
  text,
  type,
  etag: entityTagOf(text),
})

/** `/openapi.json` and `/docs`, both made once from the table of endpoints. */
export function registerDocs(router: Router<AppState>, endpoints: EndpointTable, version: string): void {
  const document = buildOpenApi(endpoints, version)
  const json = pageOf(JSON.stringify(document), 'application/json')
  const html = pageOf(renderDocs(document), 'text/html; charset=utf-8')
  const policy = scriptlessPolicy(DOCS_STYLE)
  router.get('/openapi.json', (ctx) => {
    send(ctx, json)
  })
  router.get('/docs', (ctx) => {
    ctx.set('Content-Security-Policy', policy)
    send(ctx, html)
  })
}

function send(ctx: AppContext, page: Page): void {
  ctx.status = 200
  ctx.set('Cache-Control', 'no-cache')
  ctx.set('ETag', page.etag)
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  ctx.body = page.text
  ctx.type = page.type
}
