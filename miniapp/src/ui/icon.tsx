import { View } from '@tarojs/components'

export type IconName =
  | 'home'
  | 'services'
  | 'messages'
  | 'me'
  | 'phone'
  | 'back'
  | 'forward'
  | 'sound'
  | 'info'
  | 'warning'
  | 'success'
  | 'danger'
  | 'progress'
  | 'health'
  | 'licence'
  | 'calendar'
  | 'help'
  | 'eye'
  | 'search'

/** Decoration beside words; never read out. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return <View className={`ov-icon ov-icon-${name}${large ? ' ov-icon-large' : ''}`} aria-hidden="true" />
}
