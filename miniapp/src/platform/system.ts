import Taro from '@tarojs/taro'
import { IS_WEAPP } from './target'

/** The size that browsers and WeChat set text in unless the person asked for another, in px. */
const USUAL_FONT_SIZE = 16
const LABEL_LIMIT = 60

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/** For the device list, for instance 微信 · iPhone 12, or 浏览器 · Chrome; at most 60 characters. */
export function getDeviceLabel(): string {
  if (IS_WEAPP) return `微信 · ${Taro.getDeviceInfo().model || '手机'}`.slice(0, LABEL_LIMIT)
  const name = BROWSERS.find(([pattern]) => pattern.test(navigator.userAgent))?.[1] ?? '未知'
  return `浏览器 · ${name}`
}

function readFontSize(): number {
  if (IS_WEAPP) {
    const info = Taro.getAppBaseInfo()
    return 'fontSizeSetting' in info && typeof info.fontSizeSetting === 'number' ? info.fontSizeSetting : USUAL_FONT_SIZE
  }
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_FONT_SIZE
}

/** How much larger than usual the person has set text on the phone; never below 1. */
export function getFontScale(): number {
  return Math.max(1, readFontSize() / USUAL_FONT_SIZE)
}

/** Elder mode is offered to people who have set their text at least this much larger. */
export const ELDER_OFFER_SCALE = 1.2
