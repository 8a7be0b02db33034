import Taro from '@tarojs/taro'
import { IS_WEAPP } from './target'

/** Browsers are given what a scanner at the counter types, or the number. */
export const CAN_SCAN = IS_WEAPP

/** What the code says, or null when the person closed the scanner. */
export async function scanCode(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}
