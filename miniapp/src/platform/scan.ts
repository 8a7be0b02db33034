import Taro from '@tarojs/taro'
import { IS_WEAPP } from './target'

/** WeChat has a scanner of its own; browsers have `camera.ts`, or are given what a scanner at the counter types. */
export const CAN_SCAN = IS_WEAPP

/** What the code says, or null when the person closed the scanner. */
export async function scanCode(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}
