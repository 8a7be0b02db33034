import { launch, type LaunchOptions, type WeappApp } from '../../weapp-runner'
import { startStack, type Stack, type StackOptions } from '../support/stack'
import { BUILT_FOR, PACKAGE, requirePackage, SCREEN_BUDGET } from './built-package'

type PhoneOptions = Omit<LaunchOptions, 'dist' | 'allowHosts' | 'connectTo' | 'clock'>

/** What the runner lets happen without doing anything, and no journey depends on: coming to the front and going to the back. */
const NOT_ACTED_OUT = new Set(['onAppShow', 'onAppHide'])

/** What went wrong in a run: errors, forbidden calls, WeChat functions without effect, pages that send too much to the view. */
export function faultsOf(app: WeappApp): string[] {
  const { errors, blockedCalls, stubbedApis } = app.report
  return [
    ...errors.map(({ where, message }) => `${where}: ${message}`),
    ...blockedCalls.map((call) => `tried ${call}`),
    ...[...stubbedApis].filter((api) => !NOT_ACTED_OUT.has(api)).map((api) => `the runner does not act out wx.${api}`),
    ...app.overBudget(SCREEN_BUDGET),
  ]
}

export interface Journey {
  /** Of the running test alone. */
  readonly stack: Stack
  /** A phone with the built package on it, whose BFF is the stack's. Closed after the test, which fails when anything went wrong. */
  open(options?: PhoneOptions): Promise<WeappApp>
  /** Lets so many milliseconds pass for the BFF and on every phone. Only for journeys with a `start` of their own. */
  pass(ms: number): Promise<void>
}

/** For the top of a test file, or of a part of it. With a `start`, phones have the BFF's time. `prepare`: for each new stack. */
export function prepareJourneys(options: Omit<StackOptions, 'h5'> = {}, prepare?: (stack: Stack) => Promise<void>): Journey {
  let stack: Stack
  const phones: WeappApp[] = []
  beforeAll(() => {
    requirePackage()
  })
  beforeEach(async () => {
    stack = await startStack({ ...options, h5: false })
    await prepare?.(stack)
  })
  afterEach(async () => {
    const opened = phones.splice(0)
    for (const app of opened) app.close()
    await stack.close()
    expect(opened.flatMap(faultsOf)).toEqual([])
  })
  return {
    get stack() {
      return stack
    },
    open: async (phone) => {
      const { host } = new URL(stack.url)
      const clock = options.start === undefined ? {} : { clock: () => stack.clock.now().getTime() }
      const app = await launch({ ...phone, ...clock, dist: PACKAGE, allowHosts: [BUILT_FOR], connectTo: { [BUILT_FOR]: host } })
      phones.push(app)
      return app
    },
    pass: async (ms) => {
      stack.clock.advance(ms)
      for (const app of phones) await app.catchUp()
    },
  }
}
