import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { bodyTextSize, useElderMode, type ElderMode } from '../platform/elder-mode'
import { getFontScale } from '../platform/system'

interface ThemeFrameProps {
  mode: ElderMode
  className?: string
  children: ReactNode
}

/** Colours, sizes and text of one mode for everything inside. */
export function ThemeFrame({ mode, className = '', children }: ThemeFrameProps) {
  const style: Record<string, string> = { '--ov-text': `${String(bodyTextSize(mode, getFontScale()))}px` }
  return (
    <View className={`ov-theme ${mode.on ? 'ov-elder' : ''} ${className}`} style={style}>
      {children}
    </View>
  )
}

/** The mode that the person has chosen. */
export function Theme({ className, children }: Omit<ThemeFrameProps, 'mode'>) {
  const mode = useElderMode()
  return (
    <ThemeFrame mode={mode} {...(className === undefined ? {} : { className })}>
      {children}
    </ThemeFrame>
  )
}
