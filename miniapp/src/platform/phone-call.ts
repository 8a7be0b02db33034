import Taro from '@tarojs/taro'

/** Opens the phone's dialler with the number; nothing happens when the person closes it again. */
export async function callPhone(number: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber: number })
  } catch {
    // Closing the dialler is reported as a failure; the number stays on the page.
  }
}
