import type Router from '@koa/router'
import type { EndpointTable } from '@one-visit/shared/kernel/endpoints'
import type { AppContext, AppState } from './app-context'
import { DOCS_STYLE, renderDocs } from './docs-page'
import { buildOpenApi } from './openapi'
import { scriptlessPolicy } from './page-policy'
import { CompressedForms, sendForm } from './compressed-forms'
import { weakTagOf } from './prepared-reply'

interface Page {
  readonly forms: CompressedForms
  readonly type: string
  readonly etag: string
}

const pageOf = (text: string, type: string): Page => ({
  forms: new CompressedForms(Buffer.from(text), true),
  type,
  etag: weakTagOf(text),
})

interface Docs {
  readonly json: Page
  readonly html: Page
}

function makeDocs(endpoints: EndpointTable, version: string): Docs {
  const document = buildOpenApi(endpoints, version)
  return {
    json: pageOf(JSON.stringify(document), 'application/json'),
    html: pageOf(renderDocs(document), 'text/html; charset=utf-8'),
  }
}

/** `/openapi.json` and `/docs`, both made from the table of endpoints when somebody asks for one of them first. */
export function registerDocs(router: Router<AppState>, endpoints: EndpointTable, version: string): void {
  let docs: Docs | undefined
  const docsOnce = (): Docs => (docs ??= makeDocs(endpoints, version))
  const policy = scriptlessPolicy(DOCS_STYLE)
  router.get('/openapi.json', (ctx) => send(ctx, docsOnce().json))
  router.get('/docs', (ctx) => {
    ctx.set('Content-Security-Policy', policy)
    return send(ctx, docsOnce().html)
  })
}

async function send(ctx: AppContext, page: Page): Promise<void> {
  const encoding = page.forms.choose(ctx)
  ctx.status = 200
  ctx.set('Cache-Control', 'no-cache')
  ctx.set('ETag', page.etag)
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  await sendForm(ctx, page.forms, encoding, page.type)
}
