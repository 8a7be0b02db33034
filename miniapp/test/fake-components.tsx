import type { ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }

interface InputProps extends Props {
  value: string
  maxlength?: number
  password?: boolean
  onInput: (event: { detail: { value: string } }) => void
}

/** Taro's own components for browsers are not CommonJS; these are what they come to in the document. */
export const View = (props: Props) => <div {...props} />
export const Text = (props: Props) => <span {...props} />

export function Input({ onInput, maxlength, password, type, onConfirm: _, ...rest }: InputProps) {
  return (
    <input
      {...rest}
      type={password === true ? 'password' : String(type ?? 'text')}
      maxLength={maxlength}
      onChange={(event) => {
        onInput({ detail: { value: event.target.value } })
      }}
    />
  )
}

interface ButtonProps extends Props {
  openType?: string
  onGetPhoneNumber?: (event: { detail: { code?: string } }) => void
  onAgreePrivacyAuthorization?: () => void
}

/** What the person answers to WeChat's own question; `null`: refused. */
export const wechatPhone: { code: string | null } = { code: 'phone-code' }

export function Button({ openType: _, onGetPhoneNumber, onAgreePrivacyAuthorization, ...rest }: ButtonProps) {
  const handleClick = () => {
    onGetPhoneNumber?.({ detail: wechatPhone.code === null ? {} : { code: wechatPhone.code } })
    onAgreePrivacyAuthorization?.()
  }
  return <button {...rest} onClick={handleClick} />
}
