import { View } from '@tarojs/components'
import { pressable } from '../platform/accessibility'
import { Icon, type IconName } from './icon'
import { uiText } from './text'

export interface ButtonProps {
  children: string
  onPress: () => void
  kind?: 'primary' | 'secondary' | 'danger'
  /** Something this button started is under way: it says so and takes no more taps. */
  busy?: boolean
  disabled?: boolean
}

/** What a page is for: one primary button at most. Say what happens ("提交申请"), not "确定". */
export function Button({ children, onPress, kind = 'primary', busy = false, disabled = false }: ButtonProps) {
  const off = busy || disabled
  return (
    <View
      className={`ov-button ov-button-${kind}${off ? ' ov-button-off' : ''}`}
      {...pressable({ role: 'button', onPress, disabled: off })}
      aria-busy={busy ? 'true' : undefined}
    >
      {busy ? uiText.busy : children}
    </View>
  )
}

interface TextButtonProps {
  children: string
  onPress: () => void
  role?: 'button' | 'link'
  icon?: IconName
  /** When the words alone do not say what it is about. */
  label?: string
}

/** A quieter action beside or below something, or a link within the app (`role="link"`). */
export function TextButton({ children, onPress, role = 'button', icon, label }: TextButtonProps) {
  return (
    <View className="ov-text-button" {...pressable({ role, onPress })} aria-label={label}>
      {icon && <Icon name={icon} />}
      {children}
    </View>
  )
}
