import { useDraft } from '../../../platform/drafts'

/** `againAt`: epoch milliseconds as text, empty before the first code was sent to `sentTo`. */
const EMPTY = { phone: '', sentTo: '', againAt: '' }

export type PhoneFlow = 'sign-in' | 'bind-phone'

export interface PhoneDraft {
  phone: string
  setPhone: (phone: string) => void
  /** The phone that the last code went to; empty before. */
  sentTo: string
  /** Epoch milliseconds. */
  againAt: number | null
  /** `againIn`: seconds. */
  setSent: (phone: string, againIn: number) => void
  clear: () => void
}

/** The phone that is asked about, over its two pages: never in the address, where histories and logs would keep it. */
export function usePhoneDraft(flow: PhoneFlow): PhoneDraft {
  const { values, set, clear } = useDraft(flow, EMPTY, { own: true })
  return {
    ...values,
    againAt: values.againAt === '' ? null : Number(values.againAt),
    setPhone: (phone: string) => {
      set('phone', phone)
    },
    setSent: (phone: string, againIn: number) => {
      set('sentTo', phone)
      set('againAt', String(Date.now() + againIn * 1000))
    },
    clear,
  }
}
