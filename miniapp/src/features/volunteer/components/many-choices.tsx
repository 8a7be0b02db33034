import { View } from '@tarojs/components'
import { role } from '../../../platform/accessibility'
import { Checkbox, type Choice } from '../../../ui/choices'
import { describedBy, FieldFrame } from '../../../ui/field'
import { useElementId } from '../../../ui/element-id'

interface ManyChoicesProps {
  /** The first box carries it: where the keyboard goes to mend a mistake. */
  name: string
  label: string
  hint?: string
  error: string | undefined
  choices: readonly Choice<string>[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Several of several. */
export function ManyChoices({ name, label, hint, error, choices, chosen, onChange }: ManyChoicesProps) {
  const id = useElementId()(name)
  // What is not offered any more could never be taken back.
  const kept = choices.map(({ value }) => value).filter((value) => chosen.includes(value))
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <View className="ov-choices" {...role('group')} aria-label={label} aria-describedby={describedBy(id, hint, error)}>
        {choices.map(({ value, title, hint: more }, index) => (
          <Checkbox
            key={value}
            name={index === 0 ? name : `${name}-${value}`}
            title={title}
            {...(more === undefined ? {} : { hint: more })}
            checked={kept.includes(value)}
            onChange={(on) => onChange(on ? [...kept, value] : kept.filter((one) => one !== value))}
          />
        ))}
      </View>
    </FieldFrame>
  )
}
