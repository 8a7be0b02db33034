import { homeScript, withSampleApp } from '../testing/running'

const PHONE = { start: 'pages/phone/index', hasConsented: true }

test('wx.login gives out the codes of the test, one each', () =>
  withSampleApp(
    async (app) => {
      await app.waitForText(/^c1 c2 login:fail/)
    },
    homeScript(`async onLoad() {
      const first = await wx.login(), second = await wx.login()
      const third = await wx.login().catch((failure) => ({ code: failure.errMsg }))
      this.setData({ said: [first, second, third].map(({ code }) => code).join(' ') })
    }`),
    { answers: { loginCodes: ['c1', 'c2'] } },
  ))

test('a getPhoneNumber button hands over a code, or says that the person refused', () =>
  withSampleApp(
    async (app) => {
      await app.tap('手机号登录')
      await app.waitForText('code-7')
      app.answers.phoneCode = null
      await app.tap('手机号登录')
      await app.waitForText('getPhoneNumber:fail user deny')
    },
    {},
    { ...PHONE, answers: { phoneCode: 'code-7' } },
  ))

test('a getPhoneNumber button needs consent', () =>
  withSampleApp(
    async (app) => {
      await app.tap('手机号登录')
      await app.waitForText('getPhoneNumber:fail privacy permission is not authorized')
    },
    {},
    { start: PHONE.start },
  ))

test('messages may be asked for right after a tap only', () =>
  withSampleApp(
    async (app) => {
      await app.tap('订阅')
      await app.waitForText('accept')
      app.answers.subscribe = 'reject'
      await app.tap('订阅')
      await app.waitForText('reject')
      await app.tap('稍后订阅')
      await app.waitForText(/can only be invoked by user TAP gesture/)
    },
    {},
    PHONE,
  ))

test.each(['wx', 'wx.getUserCryptoManager()'])('random values of %s are a buffer of the package, and random', (owner) =>
  withSampleApp(
    async (app) => {
      await app.waitForText('true 16 true')
    },
    homeScript(`onLoad() {
      ${owner}.getRandomValues({ length: 16, success: ({ randomValues }) =>
        this.setData({
          said: [randomValues instanceof ArrayBuffer, randomValues.byteLength, new Uint8Array(randomValues).some(Boolean)].join(' '),
        }) })
    }`),
  ),
)
