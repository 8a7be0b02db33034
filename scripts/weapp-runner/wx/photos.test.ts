import { homeScript, withSampleApp } from '../testing/running'

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(10_000, 'x')]).toString('base64')
const agreed = { hasConsented: true, answers: { photo: JPEG } }

/** Takes a photo, makes it so many pixels wide, and says how it begins and how long it is. */
const page = homeScript(
  `say(text) { this.setData({ said: text }) },
  failing() { return ({ errMsg }) => this.say(errMsg) },
  take() {
    wx.chooseMedia({ count: 1, mediaType: ['image'], fail: this.failing(), success: ({ tempFiles }) => this.shrink(tempFiles[0].tempFilePath) })
  },
  shrink(src) {
    wx.compressImage({ src, quality: 100, compressedWidth: 2000, fail: this.failing(), success: ({ tempFilePath }) => this.read(tempFilePath, 'base64') })
  },
  read(filePath, encoding) {
    wx.getFileSystemManager().readFile({ filePath, encoding, fail: this.failing(), success: ({ data }) => this.say(data.slice(0, 4) + data.length) })
  },
  shrinkNothing() { this.shrink('wxfile://tmp_none.jpg') },
  readNothing() { this.read('wxfile://tmp_none.jpg', 'base64') }`,
  `<view>{{said}}</view><button bindtap="take">拍照</button><button bindtap="shrinkNothing">压缩</button>
   <button bindtap="readNothing">读</button>`,
)

test('a photo is taken, made smaller and read', () =>
  withSampleApp(
    async (app) => {
      await app.tap('拍照')
      // A quarter of 10,004 bytes, in base64.
      await app.waitForText('/9j/3336')
      expect(app.report.ui).toEqual([{ api: 'chooseMedia', options: { count: 1, mediaType: ['image'] } }])
    },
    page,
    agreed,
  ))

test('whoever closes the camera takes none', () =>
  withSampleApp(
    async (app) => {
      await app.tap('拍照')
      await app.waitForText('chooseMedia:fail cancel')
    },
    page,
    { hasConsented: true },
  ))

test.each([
  ['压缩', /compressImage:fail file doesn't exist/],
  ['读', /readFile:fail no such file/],
])('what is not there cannot be used: %s', (button, said) =>
  withSampleApp(
    async (app) => {
      await app.tap(button)
      await app.waitForText(said)
    },
    page,
    agreed,
  ),
)

test('before consent to the privacy contract the camera stays closed', () =>
  withSampleApp(
    async (app) => {
      await app.tap('拍照')
      await app.waitForText(/chooseMedia:fail privacy permission is not authorized/)
    },
    { ...page, 'app.json': JSON.stringify({ pages: ['pages/home/index'], __usePrivacyCheck__: true }) },
    { answers: { photo: JPEG } },
  ))
