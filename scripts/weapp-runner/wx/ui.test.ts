import { homeScript, says, withSampleApp } from '../testing/running'

test('answers of the person come from the test, and what was shown is noted', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText('false 2 qr-1')
      expect(app.report.ui).toEqual([
        { api: 'showModal', options: { title: '删除？' } },
        { api: 'showActionSheet', options: { itemList: ['a', 'b', 'c'] } },
        { api: 'scanCode', options: {} },
      ])
    },
    homeScript(`async onLoad() {
      const { confirm } = await wx.showModal({ title: '删除？' })
      const { tapIndex } = await wx.showActionSheet({ itemList: ['a', 'b', 'c'] })
      const { result } = await wx.scanCode()
      this.setData({ said: [confirm, tapIndex, result].join(' ') })
    }`),
    { answers: { modal: false, actionSheet: 2, scan: 'qr-1' } },
  ))

test.each([
  ['makePhoneCall', "phoneNumber: '0731-1234567'", /makePhoneCall:ok/],
  ['makePhoneCall', '', /phoneNumber should be string/],
  ['openLocation', 'latitude: 26.8, longitude: 113.5', /openLocation:ok/],
  ['openLocation', "latitude: '26.8', longitude: 113.5", /latitude should be number/],
  ['scanCode', '', /scanCode:fail cancel/],
])('wx.%s with %s', (api, options, outcome) =>
  withSampleApp(
    async (app) => {
      await app.waitForText(outcome)
    },
    homeScript(says(api, options)),
    { hasConsented: true },
  ),
)

test('the font size setting is the one of the phone, now', () =>
  withSampleApp(
    async (app) => {
      expect(app.text()).toBe('20')
      app.setFontSize(24)
      await app.tap('view')
      expect(app.text()).toBe('24')
    },
    homeScript(
      'onLoad() { this.read() }, read() { this.setData({ said: wx.getAppBaseInfo().fontSizeSetting }) }',
      '<view bindtap="read">{{said}}</view>',
    ),
    { fontSize: 20 },
  ))

test('an API without behaviour answers ok and is named', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText(/setKeepScreenOn:ok/)
      expect([...app.report.stubbedApis]).toEqual(['setKeepScreenOn'])
    },
    homeScript(says('setKeepScreenOn', 'keepScreenOn: true')),
  ))

test('a test may replace an API', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText('replaced')
    },
    homeScript('onLoad() { this.setData({ said: wx.getThing() }) }'),
    { apis: { getThing: () => 'replaced' } },
  ))
