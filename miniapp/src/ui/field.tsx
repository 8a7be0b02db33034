import { Input, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { textEntry, type EntryKind } from '../platform/text-entry'
import { useElementId } from './element-id'
import { uiText } from './text'

export interface FieldProps {
  /** Unique on the page; the error summary leads to it. */
  name: string
  label: string
  hint?: string
  /** What to mend, in the same words as in the error summary. */
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  kind?: EntryKind
  maxLength?: number
  optional?: boolean
  onConfirm?: () => void
}

/** Hint and error as one description: "aria-describedby" of the control, or undefined when there is neither. */
function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}

interface FrameProps {
  id: string
  label: string
  hint: string | undefined
  error: string | undefined
  children: ReactNode
}

/** Label, hint and error around any control. */
export function FieldFrame({ id, label, hint, error, children }: FrameProps) {
  return (
    <View className={error === undefined ? 'ov-field' : 'ov-field ov-field-failed'}>
      <Text className="ov-label">{label}</Text>
      {hint !== undefined && (
        <Text id={`${id}-hint`} className="ov-soft">
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <Text id={`${id}-error`} className="ov-error">
          {uiText.field.error + error}
        </Text>
      )}
      {children}
    </View>
  )
}

/** One line of text. What was typed is the caller's to keep (useDraft). */
export function Field(props: FieldProps) {
  const { name, label, hint, error, value, onChange, kind = 'text', maxLength = 100, optional = false, onConfirm } = props
  const id = useElementId()(name)
  const fullLabel = optional ? label + uiText.field.optional : label
  return (
    <FieldFrame id={id} label={fullLabel} hint={hint} error={error}>
      <Input
        id={id}
        className={`ov-input${error === undefined ? '' : ' ov-input-failed'}${kind === 'code' ? ' ov-input-code' : ''}`}
        {...textEntry(kind)}
        value={value}
        maxlength={maxLength}
        onInput={(event) => {
          onChange(event.detail.value)
        }}
        {...(onConfirm === undefined ? {} : { onConfirm })}
        aria-label={fullLabel}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-required={optional ? undefined : 'true'}
      />
    </FieldFrame>
  )
}
