import type { WeappApp } from '../../weapp-runner'
import { PackageFiles } from '../../weapp-runner/package-files'
import { MONDAY_MORNING } from '../support/visits'
import { PACKAGE, SCREEN_BUDGET } from './built-package'
import { prepareJourneys } from './phone'
import { verified, visitor } from './people'

const journey = prepareJourneys({ start: MONDAY_MORNING })
const KEY = 'chenjianguo'
const { tabs } = new PackageFiles(PACKAGE).app
const TABS = (tabs ?? []).map(({ pagePath }) => pagePath)
const MODES = { ordinary: false, elder: true }
const PEOPLE = { 'somebody new': () => visitor(KEY), 'somebody signed in': () => verified(journey.stack, KEY) }

const CASES = TABS.flatMap((tab) =>
  Object.entries(MODES).flatMap(([mode, on]) => Object.entries(PEOPLE).map(([who, phone]) => ({ tab, mode, on, who, phone }))),
)

/** Opens the app at that tab, as it opens for somebody who taps nothing, and waits until it asks for nothing more. */
async function firstScreenOf({ tab, on, phone }: (typeof CASES)[number]): Promise<WeappApp> {
  const { storage, ...rest } = await phone()
  const elder = { 'one-visit:elder-mode': { on, textSize: 18, answered: true } }
  const app = await journey.open({ ...rest, storage: { ...storage, ...elder }, start: tab })
  await app.settle()
  return app
}

test('all four tabs are looked at', () => {
  expect(TABS).toHaveLength(4)
  expect(CASES).toHaveLength(16)
})

test.each(CASES)('the first screen of $tab for $who in $mode mode is small and comes in few pieces', async (one) => {
  const app = await firstScreenOf(one)
  const [measured, ...others] = app.summary()
  expect(others).toEqual([])
  expect(measured).toMatchObject({ page: one.tab, opens: 1 })
  // All of it was counted: nobody has touched anything.
  expect([measured?.firstScreenCalls, measured?.firstScreenBytes]).toEqual([measured?.setDataCalls, measured?.setDataBytes])
  expect(measured?.firstScreenBytes).toBeGreaterThan(1000)
  expect(app.overBudget(SCREEN_BUDGET)).toEqual([])
})

test.each(TABS)('%s would be found out if it sent more', async (tab) => {
  const one = CASES.find((candidate) => candidate.tab === tab)
  if (!one) throw new Error(`no case for ${tab}`)
  const app = await firstScreenOf(one)
  expect(app.overBudget({ firstScreenCalls: 0, firstScreenBytes: 1000 })).toEqual([
    expect.stringMatching(`^${tab}: firstScreenCalls \\d+ > 0$`),
    expect.stringMatching(`^${tab}: firstScreenBytes \\d+ > 1000$`),
  ])
})
