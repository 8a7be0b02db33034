import type { FormErrors } from '../../../ui/use-errors'
import type { PhoneDraft } from './use-phone-draft'
import type { SendCode } from './use-send-code'

/** The page that asks for the code sent to `draft.sentTo`. */
export interface CodeStep extends Pick<FormErrors, 'errors' | 'refused'> {
  draft: PhoneDraft
  /** Sends another. */
  again: SendCode
  code: string
  setCode: (code: string) => void
  busy: boolean
  handleSubmit: () => void
}
