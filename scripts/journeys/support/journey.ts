import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../browser/launch-browser'
import { startStack, type Stack, type StackOptions } from './stack'
import { openVisitor, type Visitor, type VisitorOptions } from './visitor'

export interface Journey {
  readonly stack: Stack
  /** A window of its own; closed after the test, which fails when anything went wrong in the page. */
  visit(options?: VisitorOptions): Promise<Visitor>
  /** Lets so many milliseconds pass for the BFF and in every open window. Only for journeys with a `start` of their own. */
  pass(ms: number): Promise<void>
}

/** For the top of a test file: the stack and a browser for all its tests. With a `start`, browsers have the BFF's time. */
export function prepareJourneys(options: Omit<StackOptions, 'h5'> = {}): Journey {
  let stack: Stack
  let browser: Browser
  const closing: (() => Promise<void>)[] = []
  const visitors: Visitor[] = []
  beforeAll(async () => {
    stack = await startStack(options)
    closing.push(() => stack.close())
    browser = await launchBrowser()
    closing.push(() => browser.close())
  })
  afterEach(async () => {
    const faults = visitors.flatMap((visitor) => visitor.takeFaults())
    await Promise.all(visitors.splice(0).map((visitor) => visitor.context.close()))
    stack.fakes.clearFaults()
    expect(faults).toEqual([])
  })
  afterAll(async () => {
    for (const close of closing.reverse()) await close()
  })
  return {
    get stack() {
      return stack
    },
    visit: async (visiting) => {
      const now = options.start === undefined ? {} : { now: stack.clock.now() }
      const visitor = await openVisitor(browser, stack.url, { ...now, ...visiting })
      visitors.push(visitor)
      return visitor
    },
    pass: async (ms) => {
      stack.clock.advance(ms)
      await Promise.all(visitors.map(({ context }) => context.clock.fastForward(ms)))
    },
  }
}
