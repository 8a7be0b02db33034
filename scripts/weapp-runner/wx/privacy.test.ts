import { homeScript, withSampleApp } from '../testing/running'

const ME = { start: 'pages/me/index' }

test('an API waits for consent and goes on after the tap on the consent button', () =>
  withSampleApp(
    async (app) => {
      await app.tap('复制')
      expect(app.findAll('#agree')).toHaveLength(1)
      await app.tap('#agree')
      await app.waitForText('已复制')
      expect(app.report.ui.map(({ api }) => api)).toEqual(['setClipboardData'])
      expect(app.report.errors).toEqual([])
    },
    {},
    ME,
  ))

test('an API fails with errno 104 when the person refuses', () =>
  withSampleApp(
    async (app) => {
      await app.tap('复制')
      await app.tap('不同意')
      await app.waitForText('104 setClipboardData:fail privacy permission is not authorized')
    },
    {},
    ME,
  ))

test('an API fails with errno 104 when the app asks nobody', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText('104 true')
    },
    homeScript(`onLoad() {
      wx.getPrivacySetting({ success: ({ needAuthorization }) =>
        wx.requirePrivacyAuthorize({ fail: ({ errno }) => this.setData({ said: errno + ' ' + needAuthorization }) }) })
    }`),
  ))

test('consent said by the app alone does not count and is an error', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText('104')
      expect(app.report.errors).toEqual([expect.objectContaining({ where: 'onNeedPrivacyAuthorization' })])
    },
    homeScript(`onLoad() {
      wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'agree', buttonId: 'never-tapped' }))
      wx.getLocation({ fail: ({ errno }) => this.setData({ said: errno }) })
    }`),
  ))

test('consent of an earlier run counts', () =>
  withSampleApp(
    async (app) => {
      await app.tap('复制')
      await app.waitForText('已复制')
    },
    {},
    { ...ME, hasConsented: true },
  ))
