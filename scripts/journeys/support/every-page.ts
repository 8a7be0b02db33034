import path from 'node:path'
import type { Page } from 'playwright-core'
import { checkByAxe } from './axe'
import { sees } from './hands'
import { prepareJourneys } from './journey'
import { checkPage, ELDER, ORDINARY, type Promises } from './page-checks'
import { collectPageFacts } from './page-facts'
import { MONDAY_MORNING } from './visits'
import { prepareOwners, VIEWS, type Owner, type View } from './views'
import type { Visitor, VisitorOptions } from './visitor'

interface Setting extends VisitorOptions {
  readonly called: string
  /** Least size of text, in px. */
  readonly text: number
}

const MODES = {
  ordinary: {
    promised: ORDINARY,
    settings: [
      { called: 'usual', text: 16 },
      { called: '1.4 times the system text', systemFontSize: 23, text: 23 },
    ],
  },
  elder: {
    promised: ELDER,
    settings: [
      { called: 'usual', elderText: 18, text: 18 },
      { called: '1.4 times the system text', elderText: 18, systemFontSize: 23, text: 26 },
      { called: '30 px text', elderText: 30, text: 30 },
    ],
  },
} as const satisfies Record<string, { promised: Promises; settings: readonly Setting[] }>

const SCREENSHOTS = path.resolve(__dirname, '../../../.cache/screenshots')

/** Makes the window as high as the page: the pages of the app scroll within themselves, behind the tab bar. */
async function showWhole(page: Page): Promise<void> {
  const height = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('.taro_page')].find((one) => one.checkVisibility())
    return shown?.scrollHeight ?? 0
  })
  const { width = 375, height: before = 667 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width, height: Math.max(before, height) })
}

/** Tests of one mode: every state of every page, at each size of text. Writes a screenshot of each to .cache/screenshots. */
export function testEveryPage(mode: keyof typeof MODES): void {
  // The same Monday every year: on other days, and in years without known holidays, nothing might be open.
  const journey = prepareJourneys({ start: MONDAY_MORNING })
  const { promised, settings } = MODES[mode]
  let keptBy: Awaited<ReturnType<typeof prepareOwners>>
  beforeAll(async () => {
    keptBy = await prepareOwners(journey.stack)
  })

  async function reach(view: View, options: VisitorOptions): Promise<Visitor> {
    const { stack } = journey
    // Rate limits and codes that count once have passed, and a department that was away is asked again.
    stack.clock.advance(61_000)
    const more = typeof view.kept === 'function' ? view.kept(stack.clock.now().getTime()) : view.kept
    const kept = { ...(await keptBy(view.as satisfies Owner)), ...more }
    const visitor = await journey.visit({ ...options, kept, agreed: view.agreed ?? true })
    await visitor.open(view.page + (view.query ?? ''))
    if (typeof view.reach === 'function') await view.reach(visitor, stack)
    else await sees(visitor.page, view.reach)
    return visitor
  }

  const views = VIEWS.filter(({ only = mode }) => only === mode)
  test.each(views.map((view) => [view.name, view] as const))('%s', async (name, view) => {
    const found: string[] = []
    for (const { called, text, ...options } of settings) {
      const { page, context } = await reach(view, options)
      const facts = await page.evaluate(collectPageFacts)
      const faults = checkPage(facts, { ...promised, text })
      if (called === 'usual') {
        await showWhole(page)
        faults.push(...(await checkByAxe(page, mode === 'elder')))
        await page.screenshot({ path: path.join(SCREENSHOTS, `${mode}-375`, `${name}.png`) })
      }
      found.push(...faults.map((fault) => `${called}: ${fault}`))
      await context.close()
      journey.stack.fakes.clearFaults()
    }
    expect(found).toEqual([])
  })

  const forStaff = views.filter(({ name }) => name.startsWith('staff-'))
  test.each(forStaff.map((view) => [view.name, view] as const))('%s, 1280 px wide', async (name, view) => {
    const [usual] = settings
    const { page } = await reach(view, { ...usual, width: 1280, height: 800 })
    const faults = checkPage(await page.evaluate(collectPageFacts), { ...promised, text: usual.text })
    await showWhole(page)
    await page.screenshot({ path: path.join(SCREENSHOTS, `${mode}-1280`, `${name}.png`) })
    expect([...faults, ...(await checkByAxe(page, mode === 'elder'))]).toEqual([])
  })
}
