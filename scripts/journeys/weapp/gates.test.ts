import { launch, type WeappApp } from '../../weapp-runner'
import { makeSamplePackage, removePackage } from '../../weapp-runner/testing/sample-package'
import { homeScript } from '../../weapp-runner/testing/running'
import { faultsOf } from './phone'

/** What the journeys would complain of after a visit to a package with this home page. */
async function complaintsAbout(members: string, visit?: (app: WeappApp) => Promise<void>): Promise<string[]> {
  const dist = makeSamplePackage(homeScript(members, '<button id="go" bindtap="go">走</button>'))
  try {
    const app = await launch({ dist })
    await visit?.(app)
    app.close()
    return faultsOf(app)
  } finally {
    removePackage(dist)
  }
}

test('a good page passes', async () => {
  expect(await complaintsAbout("onLoad() { this.setData({ said: 'x' }) }")).toEqual([])
})

test.each([
  ['throws when it opens', "onLoad() { throw new Error('broken') }", /onLoad: .*broken/],
  ['leaves a rejection to itself', "onLoad() { Promise.reject(new Error('lost')) }", /unhandledRejection: .*lost/],
  ['writes to console.error', "onLoad() { console.error('oh') }", /console\.error: oh/],
  ['asks a server that is not in the list', "onLoad() { wx.request({ url: 'https://elsewhere.test/' }) }", /not in domain list/],
  ['makes code out of text', "onLoad() { try { new Function('') } catch (error) {} }", /^tried /],
  ['uses what the runner only pretends', 'onLoad() { wx.getBatteryInfoSync() }', /does not act out wx\.getBatteryInfoSync/],
  [
    'sends its first screen in more than 6 calls',
    'onLoad() { for (let n = 0; n < 8; n += 1) this.setData({ n }) }',
    /firstScreenCalls 8 > 6/,
  ],
  [
    'sends a first screen of more than 32 KB',
    "onLoad() { this.setData({ said: 'x'.repeat(33000) }) }",
    /firstScreenBytes \d+ > 32768/,
  ],
])('a page that %s does not', async (_, members, complaint) => {
  expect(await complaintsAbout(members)).toContainEqual(expect.stringMatching(complaint))
})

test('nor one that throws when it is tapped', async () => {
  const complaints = await complaintsAbout("go() { throw new Error('slip') }", (app) => app.tap('#go'))
  expect(complaints).toEqual([expect.stringMatching(/go: .*slip/)])
})
