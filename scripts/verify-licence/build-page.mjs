import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')
const SCRIPT = /<script>[^]*?<\/script>/
const STYLE = /<style>([^]*?)<\/style>/

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing of this page comes from elsewhere; it may only fetch the two published documents from an address that is typed in. */
function policyOf(script, style) {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'connect-src https: http://localhost:* http://127.0.0.1:*',
    'media-src blob: mediastream:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Builds the verifying page as one HTML file that works from a disk; gives its text. */
export async function buildPage() {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page/page.ts')],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    // A way of sm-crypto-v2 to random numbers on servers of old; browsers have their own.
    external: ['crypto'],
    alias: { '@one-visit/shared': path.join(root, 'shared/src') },
    logLevel: 'warning',
  })
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script')
  const html = await readFile(path.join(import.meta.dirname, 'page/page.html'), 'utf8')
  const policy = policyOf(script, STYLE.exec(html)?.[1] ?? '')
  return html
    .replace(
      '<meta charset="utf-8" />',
      () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace(SCRIPT, () => `<script>${script}</script>`)
}

/** Writes it to dist/verify-licence.html beside this file, or where the first argument says. */
async function main() {
  const file = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, 'dist/verify-licence.html'))
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, await buildPage())
  console.log(file)
}

if (process.argv[1] === import.meta.filename) await main()
