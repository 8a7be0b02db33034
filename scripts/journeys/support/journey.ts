import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../browser/launch-browser'
import { startStack, type Stack } from './stack'
import { openVisitor, type Visitor, type VisitorOptions } from './visitor'

export interface Journey {
  readonly stack: Stack
  /** A window of its own; closed after the test, which fails when anything went wrong in the page. */
  visit(options?: VisitorOptions): Promise<Visitor>
}

/** For the top of a test file: the stack and a browser for all its tests. */
export function prepareJourneys(): Journey {
  let stack: Stack
  let browser: Browser
  const visitors: Visitor[] = []
  beforeAll(async () => {
    stack = await startStack()
    browser = await launchBrowser()
  })
  afterEach(async () => {
    const faults = visitors.flatMap((visitor) => visitor.takeFaults())
    await Promise.all(visitors.splice(0).map((visitor) => visitor.context.close()))
    stack.fakes.clearFaults()
    expect(faults).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await stack.close()
  })
  return {
    get stack() {
      return stack
    },
    visit: async (options) => {
      const visitor = await openVisitor(browser, stack.url, options)
      visitors.push(visitor)
      return visitor
    },
  }
}
