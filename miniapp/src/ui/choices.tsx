import { Text, View } from '@tarojs/components'
import { flag, pressable, role } from '../platform/accessibility'
import { moveTo } from '../platform/focus'
import { useElementId } from './element-id'
import { describedBy, FieldFrame } from './field'

export interface Choice<T extends string> {
  value: T
  title: string
  hint?: string
}

export interface RadioGroupProps<T extends string> {
  name: string
  label: string
  hint?: string
  error?: string | undefined
  choices: readonly Choice<T>[]
  value: T | null
  onChange: (value: T) => void
  /** Short ones beside each other rather than below. */
  inline?: boolean
}

function ChoiceText({ title, hint }: { title: string; hint?: string | undefined }) {
  return (
    <View className="ov-choice-text">
      <Text>{title}</Text>
      {hint !== undefined && <Text className="ov-soft">{hint}</Text>}
    </View>
  )
}

/** One of several. Arrow keys move and choose, as in every radio group. */
export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { name, label, hint, error, choices, value, onChange, inline = false } = props
  const id = useElementId()(name)
  const idOf = (index: number) => (index === 0 ? id : `${id}-${String(index)}`)
  const chosen = choices.findIndex((choice) => choice.value === value)
  const handleArrow = (index: number, key: string) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key]
    if (step === undefined) return false
    const next = (index + step + choices.length) % choices.length
    const choice = choices[next]
    if (choice) onChange(choice.value)
    moveTo(idOf(next))
    return true
  }
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <View
        className={inline ? 'ov-choices ov-choices-inline' : 'ov-choices'}
        {...role('radiogroup')}
        aria-label={label}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {choices.map((choice, index) => (
          <View
            key={choice.value}
            id={idOf(index)}
            className={`ov-choice${index === chosen ? ' ov-choice-on' : ''}`}
            {...pressable({
              role: 'radio',
              onPress: () => {
                onChange(choice.value)
              },
              onArrow: (key) => handleArrow(index, key),
              skipTab: index !== Math.max(0, chosen),
            })}
            aria-checked={flag(index === chosen)}
          >
            <View className={`ov-mark ov-mark-round${index === chosen ? ' ov-mark-on' : ''}`} aria-hidden="true">
              {index === chosen ? '●' : ''}
            </View>
            <ChoiceText title={choice.title} hint={choice.hint} />
          </View>
        ))}
      </View>
    </FieldFrame>
  )
}

export interface CheckboxProps {
  name: string
  title: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

function Tick({ name, title, hint, checked, onChange, disabled = false, kind }: CheckboxProps & { kind: 'checkbox' | 'switch' }) {
  const id = useElementId()(name)
  return (
    <View
      id={id}
      className={`ov-choice${checked ? ' ov-choice-on' : ''}${disabled ? ' ov-choice-off' : ''}`}
      {...pressable({
        role: kind,
        onPress: () => {
          onChange(!checked)
        },
        disabled,
      })}
      aria-checked={flag(checked)}
    >
      <View className={`ov-mark${checked ? ' ov-mark-on' : ''}`} aria-hidden="true">
        {checked ? '✓' : ''}
      </View>
      <ChoiceText title={title} hint={hint} />
    </View>
  )
}

/** Yes or no, taken when the page is sent. */
export function Checkbox(props: CheckboxProps) {
  return <Tick {...props} kind="checkbox" />
}

/** On or off, taken at once. */
export function Switch(props: CheckboxProps) {
  return <Tick {...props} kind="switch" />
}
