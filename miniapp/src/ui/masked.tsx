import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { TextButton } from './button'
import { uiText } from './text'

interface MaskedProps {
  /** What it is, for instance 手机号. */
  label: string
  /** For instance 138****8000. */
  masked: string
  full: string
}

/** A name or number that others beside the person should not read: masked until tapped. */
export function Masked({ label, masked, full }: MaskedProps) {
  const [shown, setShown] = useState(false)
  return (
    <View className="ov-masked">
      <Text aria-live="polite">{shown ? full : masked}</Text>{' '}
      <TextButton
        icon="eye"
        label={shown ? uiText.hide(label) : uiText.show(label)}
        onPress={() => {
          setShown(!shown)
        }}
      >
        {shown ? '隐藏' : '显示'}
      </TextButton>
    </View>
  )
}
