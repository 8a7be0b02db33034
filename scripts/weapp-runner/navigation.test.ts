import { homeScript, withSampleApp } from './testing/running'

const HOME = 'pages/home/index'
const SLOTS = 'packages/slots/list/index'

test('the first page opens with its data, WXS and custom components', () =>
  withSampleApp(async (app) => {
    expect(app.stack).toEqual([HOME])
    expect(app.getByText('您好，王秀英！')).toBeDefined()
    expect(app.findAll('.card')).toHaveLength(2)
    await app.settle()
    expect(app.report.errors).toEqual([])
  }))

test('a tap opens a page of a subpackage with its query, and back returns', () =>
  withSampleApp(async (app) => {
    await app.tap('#book')
    expect(app.stack).toEqual([HOME, SLOTS])
    expect(app.text()).toContain('2026-11-21 可约')
    await app.back()
    expect(app.stack).toEqual([HOME])
    expect(app.report.errors).toEqual([])
  }))

test('redirectTo replaces the page, a navigator opens one', () =>
  withSampleApp(async (app) => {
    await app.tap('#book')
    await app.tap('填表')
    expect(app.stack).toEqual([HOME, 'pages/form/index'])
    await app.back()
    await app.tap('#to-form')
    expect(app.data.from).toBe('home')
  }))

test('tab pages live on while another tab is shown', () =>
  withSampleApp(async (app) => {
    await app.open('/pages/me/index')
    await app.open('/pages/home/index')
    expect(app.stack).toEqual([HOME])
    expect(app.summary().map(({ page, opens }) => [page, opens])).toEqual([
      [HOME, 1],
      ['pages/me/index', 1],
    ])
  }))

test.each([
  ['navigateTo', '/pages/me/index', /can not navigateTo a tabbar page/],
  ['redirectTo', '/pages/me/index', /can not redirectTo a tabbar page/],
  ['switchTab', '/pages/form/index', /can not switch to no-tabBar page/],
  ['navigateTo', '/pages/nope/index', /is not found/],
] as const)('WeChat refuses %s %s', (how, url, reason) =>
  withSampleApp(
    async (app) => {
      await app.waitForText(reason)
      expect(app.report.errors).toEqual([{ where: `wx.${how}`, message: expect.stringMatching(reason) as string }])
    },
    homeScript(`onLoad() { wx.${how}({ url: '${url}', fail: ({ errMsg }) => this.setData({ said: errMsg }) }) }`),
  ),
)

test('the eleventh page does not open', () =>
  withSampleApp(async (app) => {
    await app.tap('#book')
    for (let opened = app.stack.length; opened < 11; opened += 1) await app.tap('再开一页')
    expect(app.stack).toHaveLength(10)
    expect(app.report.errors).toEqual([
      { where: 'wx.navigateTo', message: expect.stringMatching(/webview count limit/) as string },
    ])
  }))

test('a relative address starts at the current page', () =>
  withSampleApp(async (app) => {
    expect(app.stack).toEqual([HOME, 'pages/form/index'])
    await app.settle()
  }, homeScript("onReady() { wx.navigateTo({ url: '../form/index' }) }")))
