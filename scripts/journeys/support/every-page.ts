import path from 'node:path'
import type { Page } from 'playwright-core'
import { checkByAxe } from './axe'
import { sees } from './hands'
import { forgetAsks } from './helping'
import { prepareJourneys } from './journey'
import { checkByKeyboard } from './keyboard'
import { checkPage, ELDER, ORDINARY, type Promises } from './page-checks'
import { collectPageFacts } from './page-facts'
import { MONDAY_MORNING } from './visits'
import { prepareOwners, VIEWS, type Owner, type View } from './views'
import type { Visitor, VisitorOptions } from './visitor'

interface Mode {
  readonly promised: Promises
  readonly visitor: VisitorOptions
  /** Beside the usual size, which is the mode's own; `text`: px of text (elder.test.ts proves that the settings make it so). */
  readonly larger: readonly { readonly called: string; readonly text: number }[]
}

const MODES = {
  ordinary: {
    promised: ORDINARY,
    visitor: {},
    larger: [
      { called: '1.4 times the system text', text: 23 },
      { called: '30 px text', text: 30 },
    ],
  },
  elder: {
    promised: ELDER,
    visitor: { elderText: ELDER.text },
    larger: [
      { called: '1.4 times the system text', text: 26 },
      { called: '30 px text', text: 30 },
    ],
  },
} as const satisfies Record<string, Mode>

/** Of a desktop, in CSS pixels. */
const DESK = { width: 1280, height: 800 }

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

/** Sets the text as the app's theme does, on the page as it stands: reaching it anew for each size would take minutes. */
async function setText(page: Page, text: number): Promise<void> {
  const themes = await page.evaluate((size) => {
    const found = [...document.querySelectorAll<HTMLElement>('[style*="--ov-text"]')]
    for (const theme of found) theme.style.setProperty('--ov-text', `${size}px`)
    return found.length
  }, text)
  expect(themes).toBeGreaterThan(0)
}

/** Of staff and volunteers, or of everybody else. */
const isOfStaff = ({ name }: View): boolean => name.startsWith('staff-')

/**
 * Tests of one mode: every state of every page, at each size of text. Writes a screenshot of each to .cache/screenshots. Those
 * of staff are a file of their own, so that all cores are busy to the end.
 */
export function testEveryPage(mode: keyof typeof MODES, whose: 'public' | 'staff'): void {
  // The same Monday every year: on other days, and in years without known holidays, nothing might be open.
  const journey = prepareJourneys({ start: MONDAY_MORNING })
  const { promised, visitor: own, larger } = MODES[mode]
  let keptBy: Awaited<ReturnType<typeof prepareOwners>>
  beforeAll(async () => {
    keptBy = await prepareOwners(journey.stack)
  })

  async function reach(view: View, options: VisitorOptions): Promise<Visitor> {
    const { stack } = journey
    // Rate limits and codes that count once have passed, and a department that was away is asked again.
    stack.clock.advance(61_000)
    await forgetAsks(stack)
    const more = typeof view.kept === 'function' ? view.kept(stack.clock.now().getTime()) : view.kept
    const kept = { ...(await keptBy(view.as satisfies Owner)), ...more }
    const visitor = await journey.visit({ ...options, kept, agreed: view.agreed ?? true })
    await visitor.open(view.page + (view.query ?? ''))
    if (typeof view.reach === 'function') await view.reach(visitor, stack)
    else await sees(visitor.page, view.reach)
    return visitor
  }

  /** The whole page at this width, with its screenshot; then the window is as before. */
  async function lookAt(page: Page, name: string, width: number): Promise<string[]> {
    await showWhole(page)
    const found = await checkByAxe(page, mode === 'elder')
    await page.screenshot({ path: path.join(SCREENSHOTS, `${mode}-${width}`, `${name}.png`) })
    return found
  }

  /** Staff work at a desk as well. The page that is open grows wide: reaching it anew would take minutes in all. */
  async function checkWide(page: Page, name: string): Promise<string[]> {
    await page.setViewportSize(DESK)
    await setText(page, promised.text)
    const found = checkPage(await collectPageFacts(page), promised)
    return [...found, ...(await lookAt(page, name, DESK.width))].map((fault) => `1280 px wide: ${fault}`)
  }

  const views = VIEWS.filter((view) => (view.only ?? mode) === mode && isOfStaff(view) === (whose === 'staff'))
  test.each(views.map((view) => [view.name, view] as const))('%s', async (name, view) => {
    const { page } = await reach(view, own)
    const check = async (text: number): Promise<string[]> => checkPage(await collectPageFacts(page), { ...promised, text })
    const found = await check(promised.text)
    const before = page.viewportSize()
    found.push(...(await lookAt(page, name, 375)))
    if (before !== null) await page.setViewportSize(before)
    for (const { called, text } of larger) {
      await setText(page, text)
      found.push(...(await check(text)).map((fault) => `${called}: ${fault}`))
    }
    found.push(...(await checkByKeyboard(page)))
    if (isOfStaff(view)) found.push(...(await checkWide(page, name)))
    expect(found).toEqual([])
  })
}
