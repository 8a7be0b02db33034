import { Button as TaroButton } from '@tarojs/components'

interface AgreeButtonProps {
  id: string
  children: string
  onAgree: () => void
}

/** WeChat's own consent: only a tap on a button of this kind counts there. */
export function WechatAgreeButton({ id, children, onAgree }: AgreeButtonProps) {
  return (
    <TaroButton id={id} className="ov-button" openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={onAgree}>
      {children}
    </TaroButton>
  )
}

interface PhoneButtonProps {
  children: string
  /** The single-use code for the BFF, or null when the person refused. */
  onAnswer: (code: string | null) => void
}

/** Asks WeChat for the person's phone number; the app itself only gets a code for it. */
export function WechatPhoneButton({ children, onAnswer }: PhoneButtonProps) {
  return (
    <TaroButton
      className="ov-button"
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        onAnswer(detail.code ?? null)
      }}
    >
      {children}
    </TaroButton>
  )
}

/** Sends the page to a chat that the person picks: WeChat does it only from a button of this kind. */
export function WechatShareButton({ children }: { children: string }) {
  return (
    <TaroButton className="ov-button ov-button-secondary" openType="share">
      {children}
    </TaroButton>
  )
}
