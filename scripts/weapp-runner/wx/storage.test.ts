import { homeScript, says, withSampleApp } from '../testing/running'

test('keeps values of an earlier run', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText(/token-1/)
      expect(app.stored('token')).toBe('token-1')
    },
    homeScript(says('getStorage', "key: 'token'")),
    { storage: { token: 'token-1' } },
  ))

test('refuses more than 1 MB a key and 10 MB in all', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText('exceeds 1 MB, 10 kept, exceed storage max size 10Mb')
    },
    homeScript(`onLoad() {
      const why = (write) => { try { write() } catch (error) { return error instanceof Error && error.message } }
      const tooLong = why(() => wx.setStorageSync('a', 'x'.repeat(1024 * 1024)))
      let kept = 0
      const tooMuch = why(() => { for (;;) { wx.setStorageSync('k' + kept, 'x'.repeat(1024 * 1024 - 10)); kept++ } })
      this.setData({ said: [tooLong.slice(-12), kept + ' kept', tooMuch.slice(-28)].map((text) => text.trim()).join(', ') })
    }`),
  ))
