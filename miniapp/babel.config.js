/** Evergreen enough for WeChat's engines (iOS 11 JavaScriptCore, XWeb on Android) and the same browsers on H5. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, targets: { ios: '11', chrome: '61' } }]],
}
