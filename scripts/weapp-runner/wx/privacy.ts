import { asDictionary, isCallable, type Callable } from '../dynamic'
import type { Reporter } from '../report'
import { ApiFailure } from './calls'

/** APIs WeChat refuses before consent. Source: developers.weixin.qq.com, "小程序用户隐私保护指引内容介绍". */
export const PRIVACY_APIS: ReadonlySet<string> = new Set(
  `addPhoneCalendar addPhoneContact addPhoneRepeatCalendar chooseAddress chooseContact chooseImage chooseInvoice
   chooseInvoiceTitle chooseLicensePlate chooseLocation chooseMedia chooseMessageFile choosePoi chooseVideo
   createCameraContext getClipboardData getFuzzyLocation getLocation getPhoneNumber getUserInfo getUserProfile getWeRunData
   openBluetoothAdapter requirePrivacyAuthorize saveImageToPhotosAlbum saveVideoToPhotosAlbum setClipboardData
   startAccelerometer startCompass startDeviceMotionListening startGyroscope startLocationUpdate
   startLocationUpdateBackground startRecord`.split(/\s+/),
)

export const isPrivacyApi = (api: string): boolean => PRIVACY_APIS.has(api)

const notAuthorized = (): ApiFailure => new ApiFailure('privacy permission is not authorized', { errno: 104 })

type Settle = (failure: ApiFailure | null) => void

/**
 * WeChat's privacy contract. It is in force when app.json says `__usePrivacyCheck__`; consent counts only after a tap on a button
 * with open-type agreePrivacyAuthorization. Unlike on a phone, no official dialogue stands in when the app has registered
 * no listener: the API fails at once, so that a package that relies on the dialogue is noticed.
 */
export class Privacy {
  private listener: Callable | null = null
  private waiting: Settle[] = []
  private readonly pressed = new Set<string>()

  constructor(
    private readonly reporter: Reporter,
    private isConsentMissing: boolean,
  ) {}

  get needsAuthorization(): boolean {
    return this.isConsentMissing
  }

  /** A person has tapped the consent button of that id. */
  agree(buttonId: string): void {
    this.isConsentMissing = false
    this.pressed.add(buttonId)
  }

  listen(listener: unknown): void {
    this.listener = isCallable(listener) ? listener : null
  }

  /** Null when the API may go on; waits for the person where the app asks them. */
  consent(api: string): Promise<ApiFailure | null> {
    const { listener } = this
    if (!this.isConsentMissing || !isPrivacyApi(api)) return Promise.resolve(null)
    if (!listener) return Promise.resolve(notAuthorized())
    return new Promise((settle) => {
      this.waiting.push(settle)
      if (this.waiting.length > 1) return
      this.reporter.guard('onNeedPrivacyAuthorization', () =>
        listener(
          (answer: unknown) => {
            this.resolve(answer)
          },
          { referrer: api },
        ),
      )
    })
  }

  private resolve(given: unknown): void {
    const { event, buttonId } = asDictionary(given)
    if (event === 'exposureAuthorization') return
    const isTapped = event === 'agree' && typeof buttonId === 'string' && this.pressed.has(buttonId)
    if (event === 'agree' && !isTapped) {
      this.reporter.fail('onNeedPrivacyAuthorization', `resolve says "agree", but button "${String(buttonId)}" was not tapped`)
    }
    const settled = this.waiting
    this.waiting = []
    for (const settle of settled) settle(isTapped ? null : notAuthorized())
  }
}
