import Taro from '@tarojs/taro'

/** The code of `wx.login` for the BFF: single use, 5 minutes. Null when WeChat gives none just now. */
export async function getWechatCode(): Promise<string | null> {
  try {
    const { code } = await Taro.login()
    return code === '' ? null : code
  } catch {
    return null
  }
}
