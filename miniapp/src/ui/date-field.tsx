import { Text, View } from '@tarojs/components'
import { role } from '../platform/accessibility'
import { useElementId } from './element-id'
import { describedBy, Entry, FieldFrame, useSteady, type FieldProps } from './field'
import { uiText } from './text'
import { joinDate, splitDate } from './typed-date'

/** The error summary leads to the first of them, which has the name of the field. */
const PARTS = [
  { unit: '年', suffix: '', digits: 4 },
  { unit: '月', suffix: '-month', digits: 2 },
  { unit: '日', suffix: '-day', digits: 2 },
] as const

type DateFieldProps = Pick<FieldProps, 'name' | 'label' | 'hint' | 'error' | 'value' | 'onChange' | 'optional'>

interface PartProps extends Pick<FieldProps, 'value' | 'onChange'> {
  id: string
  unit: string
  digits: number
  optional: boolean
  failed: boolean
  described: string | undefined
}

function DatePart({ id, unit, digits, described, onChange, ...entry }: PartProps) {
  const handleInput = useSteady(onChange)
  return (
    <View className="ov-date-part">
      <Text>{unit}</Text>
      <Entry
        {...entry}
        id={id}
        label={unit}
        kind="digits"
        maxLength={digits}
        describedBy={described}
        onInput={handleInput}
        onConfirm={undefined}
      />
    </View>
  )
}

/** A day that people know by heart, typed: year, month, day. `value` as `typed-date.ts` joins them. */
export function DateField({ name, label, hint, error, value, onChange, optional = false }: DateFieldProps) {
  const id = useElementId()(name)
  const parts = splitDate(value)
  const fullLabel = optional ? label + uiText.field.optional : label
  const described = describedBy(id, hint, error)
  const handlePart = (index: number) => (typed: string) => {
    const [year, month, day] = parts.map((part, at) => (at === index ? typed : part))
    onChange(joinDate([year ?? '', month ?? '', day ?? '']))
  }
  return (
    <FieldFrame id={id} label={fullLabel} hint={hint} error={error}>
      <View className="ov-date" {...role('group')} aria-label={fullLabel} aria-describedby={described}>
        {PARTS.map(({ unit, suffix, digits }, index) => (
          <DatePart
            key={unit}
            id={id + suffix}
            unit={unit}
            value={parts[index] ?? ''}
            onChange={handlePart(index)}
            failed={error !== undefined}
            {...{ digits, optional, described }}
          />
        ))}
      </View>
    </FieldFrame>
  )
}
