import { View } from '@tarojs/components'
import { useSyncExternalStore } from 'react'
import { Button } from './button'
import { Field } from './field'
import { uiText } from './text'

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000)
  return () => {
    clearInterval(timer)
  }
}

const never = () => () => undefined

/** Seconds left until `until` (epoch milliseconds), counted down once a second; 0 when it has passed or is null. */
export function useSecondsLeft(until: number | null): number {
  return useSyncExternalStore(until === null ? never : everySecond, () =>
    until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000)),
  )
}

export interface CodeFieldProps {
  name: string
  label: string
  hint?: string
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  onSend: () => void
  sending: boolean
  /** Epoch milliseconds from which another code may be asked for; null before the first. */
  againAt: number | null
  length: number
}

/** A code that comes by SMS, with the button that asks for it. */
export function CodeField({ onSend, sending, againAt, length, ...field }: CodeFieldProps) {
  const left = useSecondsLeft(againAt)
  return (
    <View className="ov-field">
      <Field {...field} kind="code" maxLength={length} />
      <Button kind="secondary" onPress={onSend} busy={sending} disabled={left > 0}>
        {left > 0 ? uiText.codeAgain(left) : uiText.codeSend}
      </Button>
    </View>
  )
}
