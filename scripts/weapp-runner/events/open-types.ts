import type { Activity } from '../activity'
import type { Answers } from '../answers'
import { asText } from '../dynamic'
import type { Reporter } from '../report'
import type { Privacy } from '../wx/privacy'
import { attribute, type ViewElement } from '../view-layer/tree'
import type { Dispatcher } from './dispatch'

/** What buttons with an `open-type` do: consent to the privacy contract, hand over the phone number. */
export class OpenTypes {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly privacy: Privacy,
    private readonly answers: Answers,
    private readonly reporter: Reporter,
    private readonly activity: Activity,
  ) {}

  /** WeChat joins two open-types with `|`, the consent first. */
  press(button: ViewElement): void {
    const types = asText(attribute(button, 'open-type'))
      .split('|')
      .map((type) => type.trim())
    if (types.includes('agreePrivacyAuthorization')) this.agree(button)
    if (types.includes('getPhoneNumber')) void this.handOverPhone(button)
  }

  private agree(button: ViewElement): void {
    this.privacy.agree(asText(button.attrs.id))
    this.dispatcher.fire(button, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' }, false)
  }

  private async handOverPhone(button: ViewElement): Promise<void> {
    const detail = await this.phoneDetail()
    this.activity.touch()
    this.reporter.guard('getPhoneNumber', () => this.dispatcher.fire(button, 'getphonenumber', detail, false))
  }

  private async phoneDetail(): Promise<object> {
    const failure = await this.privacy.consent('getPhoneNumber')
    if (failure) return { errMsg: `getPhoneNumber:fail ${failure.message}`, ...failure.extra }
    const { phoneCode } = this.answers
    return phoneCode === null
      ? { errMsg: 'getPhoneNumber:fail user deny' }
      : { errMsg: 'getPhoneNumber:ok', code: phoneCode, encryptedData: '', iv: '' }
  }
}
