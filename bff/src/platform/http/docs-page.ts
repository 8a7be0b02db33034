import { type ProblemCode, PROBLEMS } from '@one-visit/shared/kernel/problem'
import type { JsonObject, OpenApiDocument } from './openapi'

/** One column, so that it reads at 375 px; long schemas scroll inside themselves. */
export const DOCS_STYLE = `
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
summary { cursor: pointer; padding: .6rem 0; min-height: 1.5rem }
details { border-top: 1px solid #8886 }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem }
pre { overflow-x: auto; max-height: 24rem; padding: .75rem; border: 1px solid #8886; overflow-wrap: normal }
dt { font-weight: 600; margin-top: .75rem }
dd { margin: 0 0 .25rem }
h3 { font-size: 1rem; margin: 1rem 0 .25rem }
.where { opacity: .8 }
`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)
const code = (text: string): string => `<code>${escape(text)}</code>`
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The browsable page: plain HTML without any script, so that the strictest policy lets it work. */
export function renderDocs(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation, tag: tagOf(operation) })),
  )
  const sections = [...new Set(operations.map(({ tag }) => tag))].sort().map((tag) => {
    const rows = operations.filter((one) => one.tag === tag).map((one) => renderOperation(one.method, one.path, one.operation))
    return `<h2 id="${escape(tag)}">${escape(tag)}</h2>\n${rows.join('\n')}`
  })
  const title = `${text(document.info['title'])} ${text(document.info['version'])}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}: endpoints</title>
<style>${DOCS_STYLE}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>The same as data: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). <a href="#problems">Problems</a>.</p>
${sections.join('\n')}
<h2 id="problems">Problems</h2>
<dl lang="zh-CN">
${(Object.keys(PROBLEMS) as ProblemCode[]).map(renderProblem).join('\n')}
</dl>
</main>
</body>
</html>
`
}

const tagOf = (operation: JsonObject): string => (Array.isArray(operation['tags']) ? text(operation['tags'][0]) : 'other')

function renderProblem(name: ProblemCode): string {
  const { status, title, action } = PROBLEMS[name]
  return `<dt id="problem-${name}">${code(name)} ${status.toString()}</dt><dd>${escape(title)}。${escape(action)}</dd>`
}

function renderOperation(method: string, path: string, operation: JsonObject): string {
  const facts = Object.entries(operation).filter(([name]) => name.startsWith('x-'))
  const parts = [
    `<p>${facts.map(([name, value]) => `${escape(name.slice(2))}: ${code(text(value))}`).join(' · ')}</p>`,
    renderParameters(operation['parameters']),
    renderSchema('Body', operation['requestBody']),
    ...Object.entries((operation['responses'] ?? {}) as Record<string, JsonObject>).map(renderResponse),
  ]
  const name = `${method.toUpperCase()} ${path}`
  return `<details id="${escape(text(operation['operationId']))}"><summary>${code(name)} ${escape(text(operation['summary']))}</summary>${parts.join('\n')}</details>`
}

function renderParameters(parameters: unknown): string {
  if (!Array.isArray(parameters) || parameters.length === 0) return ''
  const rows = (parameters as JsonObject[]).map((one) => {
    const where = `<span class="where">${escape(text(one['in']))}${one['required'] === true ? ', required' : ''}</span>`
    return `<dt>${code(text(one['name']))} ${where}</dt><dd>${code(text(one['schema']))}</dd>`
  })
  return `<h3>Parameters</h3><dl>${rows.join('')}</dl>`
}

function renderResponse([status, response]: [string, JsonObject]): string {
  const isSuccess = status.startsWith('2')
  const words = isSuccess ? '' : `<p lang="zh-CN">${escape(text(response['description']))}</p>`
  return isSuccess ? renderSchema(status, response) : `<h3>${escape(status)}</h3>${words}`
}

function renderSchema(title: string, holder: unknown): string {
  if (typeof holder !== 'object' || holder === null) return ''
  const content = 'content' in holder ? (holder.content as Record<string, JsonObject>) : {}
  const schemas = Object.values(content).map((one) => `<pre tabindex="0">${escape(JSON.stringify(one['schema'], null, 2))}</pre>`)
  return `<h3>${escape(title)}</h3>${schemas.join('')}`
}
