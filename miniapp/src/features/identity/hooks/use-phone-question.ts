import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { checkPhone, tidyNumber } from '../checks'
import { usePhoneDraft, type PhoneFlow } from './use-phone-draft'
import { useSendCode } from './use-send-code'

export interface PhoneQuestion extends Pick<FormErrors, 'errors' | 'refused'> {
  phone: string
  setPhone: (phone: string) => void
  busy: boolean
  handleNext: () => void
}

/** The question for a phone. Within the minute of the last code it goes on without asking for another. */
export function usePhoneQuestion(flow: PhoneFlow, onSent: () => void): PhoneQuestion {
  const draft = usePhoneDraft(flow)
  const code = useSendCode(draft, onSent)
  const { errors, refused, passes } = useErrors(code.problem)
  const handleNext = () => {
    const phone = tidyNumber(draft.phone)
    if (!passes(checkPhone(phone))) return
    if (draft.sentTo === phone && draft.againAt !== null && draft.againAt > Date.now()) onSent()
    else code.sendTo(phone)
  }
  return { phone: draft.phone, setPhone: draft.setPhone, errors, refused, busy: code.busy, handleNext }
}
