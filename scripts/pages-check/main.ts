import os from 'node:os'
import { parseArgs } from 'node:util'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { launchSharedBrowser, type SharedBrowser } from '../browser/launch-browser'
import { startStack, type Stack } from '../journeys/support/stack'
import { overBudget, PAGE_BUDGET, type PageScores } from './budget'
import { measurePage, type Target } from './lighthouse'
import { writePages } from './report'

const USAGE = 'npm run pages:check -- [--runs 3] [--json]'
const SEARCHED = '身份证丢了'

function parseOptions(args: string[]): { readonly runs: number; readonly json: boolean } {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
  })
  const runs = Number(values.runs)
  if (Number.isInteger(runs) && runs > 0 && runs < 20) return { runs, json: values.json }
  throw new Error(`${values.runs} is not a number of runs from 1 to 19. ${USAGE}`)
}

/** The pages that are read without signing in; the first one first. */
async function contentPages({ url, call }: Stack): Promise<Target[]> {
  const [item] = (await call('GET /v1/item-search', { query: { q: SEARCHED } })).items
  const [zone] = (await call('GET /v1/zones', {})).items
  if (!item || !zone) throw new Error('The county pack has no items or no zones.')
  const catalogue = (page: string, query: Record<string, string> = {}): string =>
    `${url}/features/catalogue/pages/${page}/index?${new URLSearchParams(query).toString()}`
  return [
    { page: 'home', url: `${url}/` },
    { page: 'search with results', url: catalogue('search', { q: SEARCHED }) },
    { page: `item: ${item.id}`, url: catalogue('item', { id: item.id }) },
    { page: 'zones', url: catalogue('zones') },
    { page: `zone: ${zone.id}`, url: catalogue('zone', { id: zone.id }) },
    { page: 'places', url: catalogue('places') },
    { page: 'departments', url: catalogue('departments') },
  ]
}

/** Agrees to the privacy notice, which stands before every page until somebody has. Lighthouse leaves it agreed. */
async function agree({ context }: SharedBrowser, url: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${url}/healthz`)
  await page.evaluate((data) => {
    localStorage.setItem('one-visit:privacy-agreed', JSON.stringify({ data }))
  }, PRIVACY_VERSION)
  await page.close()
}

async function measurePages(runs: number): Promise<PageScores[]> {
  const stack = await startStack()
  const browser = await launchSharedBrowser()
  try {
    await agree(browser, stack.url)
    const scores: PageScores[] = []
    for (const target of await contentPages(stack)) {
      process.stderr.write(`Measuring ${target.page} …\n`)
      scores.push(await measurePage(target, browser.port, runs))
    }
    return scores
  } finally {
    await browser.close()
    await stack.close()
  }
}

async function main(): Promise<void> {
  const { runs, json } = parseOptions(process.argv.slice(2))
  const pages = await measurePages(runs)
  const faults = overBudget(pages)
  process.stdout.write(json ? `${JSON.stringify({ budget: PAGE_BUDGET, pages, faults }, null, 2)}\n` : `${writePages(pages)}\n`)
  // What a page blocks is measured by the clock: beside other work it is longer than it is.
  process.stderr.write(
    `\nLoad of this machine: ${(os.loadavg()[0] ?? 0).toFixed(1)} on ${String(os.cpus().length)} processors.\n`,
  )
  for (const fault of faults) process.stderr.write(`✗ ${fault}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
