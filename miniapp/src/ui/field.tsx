import { Input, Text, View } from '@tarojs/components'
import { memo, useCallback, useEffect, useRef, type ReactNode } from 'react'
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

/** Hint and error of a FieldFrame as one description: "aria-describedby" of what is in it, or undefined when there is neither. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
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

interface EntryProps extends Required<Pick<FieldProps, 'value' | 'kind' | 'maxLength' | 'optional'>> {
  id: string
  label: string
  describedBy: string | undefined
  failed: boolean
  onInput: (value: string) => void
  onConfirm: (() => void) | undefined
}

/**
 * Drawn anew only when something about it changes: with every drawing Taro sends WeChat the value again, and a page that follows
 * what others do would disturb who is typing.
 */
export const Entry = memo(function Entry({
  id,
  label,
  describedBy: ids,
  failed,
  kind,
  optional,
  maxLength,
  value,
  ...on
}: EntryProps) {
  return (
    <Input
      id={id}
      className={`ov-input${failed ? ' ov-input-failed' : ''}${kind === 'code' ? ' ov-input-code' : ''}`}
      {...textEntry(kind)}
      value={value}
      maxlength={maxLength}
      onInput={(event) => {
        on.onInput(event.detail.value)
      }}
      {...(on.onConfirm === undefined ? {} : { onConfirm: on.onConfirm })}
      aria-label={label}
      aria-describedby={ids}
      aria-invalid={failed ? 'true' : undefined}
      aria-required={optional ? undefined : 'true'}
    />
  )
})

/** A function that stays the same, and calls the newest that was given. */
export function useSteady<A extends unknown[]>(work: (...given: A) => void): (...given: A) => void {
  const newest = useRef(work)
  useEffect(() => {
    newest.current = work
  })
  return useCallback((...given: A) => {
    newest.current(...given)
  }, [])
}

/** One line of text. What was typed is the caller's to keep (useDraft). */
export function Field(props: FieldProps) {
  const { name, label, hint, error, value, onChange, kind = 'text', maxLength = 100, optional = false, onConfirm } = props
  const id = useElementId()(name)
  const fullLabel = optional ? label + uiText.field.optional : label
  const handleInput = useSteady(onChange)
  const handleConfirm = useSteady(() => onConfirm?.())
  return (
    <FieldFrame id={id} label={fullLabel} hint={hint} error={error}>
      <Entry
        {...{ id, value, kind, maxLength, optional }}
        label={fullLabel}
        describedBy={describedBy(id, hint, error)}
        failed={error !== undefined}
        onInput={handleInput}
        onConfirm={onConfirm && handleConfirm}
      />
    </FieldFrame>
  )
}
