import { homeScript, withSampleApp } from '../testing/running'

const page = homeScript(
  `share() {
    const filePath = wx.env.USER_DATA_PATH + '/list.csv'
    wx.getFileSystemManager().writeFileSync(filePath, 'a,b', 'utf8')
    wx.shareFileMessage({ filePath, fileName: 'list.csv', complete: ({ errMsg }) => this.setData({ said: errMsg }) })
  },
  shareLate() { setTimeout(() => this.share(), 20) },
  try(work) { try { work() } catch (error) { this.setData({ said: error.message }) } },
  readNothing() { this.try(() => wx.getFileSystemManager().readFileSync(wx.env.USER_DATA_PATH + '/none')) },
  removeNothing() { this.try(() => wx.getFileSystemManager().unlinkSync(wx.env.USER_DATA_PATH + '/none')) },
  writeElsewhere() { this.try(() => wx.getFileSystemManager().writeFileSync('/etc/list.csv', 'a')) }`,
  `<view>{{said}}</view><button bindtap="share">发送</button><button bindtap="shareLate">稍后发送</button>
   <button bindtap="readNothing">读</button><button bindtap="removeNothing">删</button><button bindtap="writeElsewhere">写</button>`,
)

test('a file goes into the chat that the person picks, straight from a tap only', () =>
  withSampleApp(async (app) => {
    await app.tap('发送')
    await app.waitForText('shareFileMessage:ok')
    expect(app.report.ui).toEqual([
      { api: 'shareFileMessage', options: { filePath: 'wxfile://usr/list.csv', fileName: 'list.csv', text: 'a,b' } },
    ])
    app.answers.shareFile = false
    await app.tap('发送')
    await app.waitForText('shareFileMessage:fail cancel')
    await app.tap('稍后发送')
    await app.waitForText(/can only be invoked by user TAP gesture/)
  }, page))

test.each([
  ['读', /readFileSync:fail no such file/],
  ['删', /unlinkSync:fail no such file/],
  ['写', /writeFileSync:fail permission denied/],
])('a mistake with files is told as on a phone: %s', (button, said) =>
  withSampleApp(async (app) => {
    await app.tap(button)
    await app.waitForText(said)
  }, page),
)
