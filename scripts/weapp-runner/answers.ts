/** What the person in front of the phone answers outside the page. A test may change it at any time. */
export interface Answers {
  /** Presses "confirm" in wx.showModal. */
  modal: boolean
  /** Which line of wx.showActionSheet; null closes it. */
  actionSheet: number | null
  /** Code a getPhoneNumber button hands over; null refuses. */
  phoneCode: string | null
  /** What wx.requestSubscribeMessage is answered with, for all templates or one by one. */
  subscribe: SubscribeAnswer | Record<string, SubscribeAnswer>
  /** Text of the code wx.scanCode sees; null closes the scanner. */
  scan: string | null
  /** The JPEG wx.chooseMedia takes, base64; null closes the camera. */
  photo: string | null
  /** Where the phone is; null: the person refuses, or has refused in the settings. */
  location: { latitude: number; longitude: number } | null
  /** Allows entries in the phone's calendar. */
  calendar: boolean
  /** Picks a chat for wx.shareFileMessage. */
  shareFile: boolean
  /** Codes wx.login gives out, one each, in this order. */
  loginCodes: string[]
}

export type SubscribeAnswer = 'accept' | 'reject' | 'ban'

export const makeAnswers = (given: Partial<Answers> = {}): Answers => ({
  modal: true,
  actionSheet: 0,
  phoneCode: 'phone-code',
  subscribe: 'accept',
  scan: null,
  photo: null,
  location: null,
  calendar: true,
  shareFile: true,
  ...given,
  loginCodes: [...(given.loginCodes ?? [])],
})
