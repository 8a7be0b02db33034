import { peakPerSecond } from './measurements'
import { homeScript, withSampleApp } from './testing/running'

test('calls and bytes of every page are counted', () =>
  withSampleApp(
    async (app) => {
      await app.tap('#go')
      const bytes = [{ said: '早上好' }, { 'rows[1].name': 'b' }, { said: 'x' }].map((patch) =>
        Buffer.byteLength(JSON.stringify(patch)),
      )
      expect(app.summary()).toEqual([
        expect.objectContaining({
          page: 'pages/home/index',
          setDataCalls: 3,
          setDataBytes: (bytes[0] ?? 0) + (bytes[1] ?? 0) + (bytes[2] ?? 0),
          largestCallBytes: Math.max(...bytes),
          firstScreenCalls: 2,
          firstScreenBytes: (bytes[0] ?? 0) + (bytes[1] ?? 0),
        }),
      ])
      expect(app.data.rows).toEqual([{ name: 'a' }, { name: 'b' }])
      expect(app.overBudget()).toEqual([])
      expect(app.overBudget({ firstScreenCalls: 1 })).toEqual(['pages/home/index: firstScreenCalls 2 > 1'])
    },
    homeScript(
      `onLoad() { this.setData({ rows: [{ name: 'a' }] }) ; }, go() { this.setData({ said: 'x' }) }`.replace(
        "this.setData({ rows: [{ name: 'a' }] }) ;",
        "this.data.rows = [{ name: 'a' }]; this.setData({ said: '早上好' }); this.setData({ 'rows[1].name': 'b' })",
      ),
      '<button id="go" bindtap="go">{{said}}</button>',
    ),
  ))

test('what a page sends once another covers it is no first screen', () =>
  withSampleApp(async (app) => {
    await app.open('/pages/form/index')
    const home = app.summary().find(({ page }) => page === 'pages/home/index')
    expect(home).toMatchObject({ setDataCalls: 2, firstScreenCalls: 1 })
  }, homeScript("onLoad() { this.setData({ said: 'seen' }) }, onHide() { this.setData({ said: 'behind' }) }")))

test('more than 256 KB in one call is an error and over the budget', () =>
  withSampleApp(async (app) => {
    await app.settle()
    expect(app.report.errors).toEqual([expect.objectContaining({ where: 'pages/home/index setData' })])
    expect(app.overBudget()).toEqual([expect.stringMatching(/largestCallBytes \d+ > 262144/)])
  }, homeScript("onLoad() { this.setData({ said: 'x'.repeat(256 * 1024) }) }")))

test('a test that taps quicker than a hand counts as a hand; what a page sends by itself counts as it is', () =>
  withSampleApp(
    async (app) => {
      for (let tap = 0; tap < 12; tap += 1) await app.tap('#go')
      expect(app.overBudget()).toEqual([])
      await app.tap('#burst')
      expect(app.overBudget()).toEqual([expect.stringMatching(/^pages\/home\/index: peakPerSecond [23]\d > 20$/)])
    },
    homeScript(
      `go() { for (const said of 'ab') this.setData({ said }) },
       burst() { for (let said = 0; said < 21; said += 1) this.setData({ said: String(said) }) }`,
      '<button id="go" bindtap="go">{{said}}</button><button id="burst" bindtap="burst"></button>',
    ),
  ))

test('an undefined value is a warning', () =>
  withSampleApp(async (app) => {
    await app.settle()
    expect(app.report.warnings).toEqual(['pages/home/index: setData "gone" is undefined'])
  }, homeScript('onLoad() { this.setData({ gone: undefined }) }')))

test.each([
  [[], 0],
  [[5], 1],
  [[0, 999], 2],
  [[0, 1000], 1],
  [[0, 900, 1000, 1800, 1899], 4],
])('of calls at %j, %d fall within one second', (times, peak) => {
  expect(peakPerSecond(times)).toBe(peak)
})

test('more than 20 calls within a second are over the budget', () =>
  withSampleApp(async (app) => {
    await app.settle()
    expect(app.overBudget()).toEqual(['pages/home/index: peakPerSecond 21 > 20'])
  }, homeScript('onLoad() { for (let n = 0; n < 21; n++) this.setData({ said: n }) }')))
