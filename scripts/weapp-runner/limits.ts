/** Limits of WeChat itself. Sources: developers.weixin.qq.com, "setData", "storage", "subpackages", "preloadRule", "navigateTo". */
export const weChatLimits = {
  setDataBytes: 256 * 1024,
  setDataPerSecond: 20,
  pageStack: 10,
  storageBytes: 10 * 1024 * 1024,
  storageBytesPerKey: 1024 * 1024,
  packageBytes: 2 * 1024 * 1024,
  /** What all pages of one package may have loaded ahead. */
  preloadBytes: 2 * 1024 * 1024,
  totalBytes: 30 * 1024 * 1024,
  tabIconBytes: 40 * 1024,
  tabs: { least: 2, most: 5 },
  subscribeTemplates: 3,
  inputLength: 140,
} as const
