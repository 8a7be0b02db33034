import { readFileSync } from 'node:fs'
import type axe from 'axe-core'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly help: string
  /** The elements, as HTML. */
  readonly nodes: readonly string[]
}

/** Without a value of its own, which would be handed over too. */
const AXE = `${readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')};0`

/** Runs in the page, after axe's own script. As text: Playwright takes long to hand over large objects. */
async function findViolations(options: RunOptions): Promise<string> {
  const { axe: checker } = window as unknown as { axe: typeof axe }
  // A day of the calendar shows “24 可约”, and is called by its whole date.
  checker.configure({ rules: [{ id: 'label-content-name-mismatch', selector: ':not(.ov-day)' }] })
  const { violations } = await checker.run(document, options)
  const found: Violation[] = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) }))
  return JSON.stringify(found)
}

/** Every rule of axe; in elder mode also the contrast of WCAG's level AAA. What it finds, in words. */
export async function checkByAxe(page: Page, elder: boolean): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(findViolations, {
    rules: {
      'color-contrast-enhanced': { enabled: elder },
      'target-size': { enabled: true },
    },
    // Every rule runs all the same; describing each element that passed would take longer than all of them.
    resultTypes: ['violations'],
  } satisfies RunOptions)
  return (JSON.parse(found) as Violation[]).map(
    ({ id, help, nodes }) => `axe ${id} (${help}): ${nodes.map((html) => html.slice(0, 160)).join(' | ')}`,
  )
}
