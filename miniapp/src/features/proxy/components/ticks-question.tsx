import { View } from '@tarojs/components'
import { useState } from 'react'
import { role } from '../../../platform/accessibility'
import { Button } from '../../../ui/button'
import { Checkbox, type Choice } from '../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../ui/error-summary'
import { describedBy, FieldFrame } from '../../../ui/field'
import { useElementId } from '../../../ui/element-id'
import { uiText } from '../../../ui/text'
import { useErrors } from '../../../ui/use-errors'
import { mandateText } from '../mandate-text'

interface TicksQuestionProps {
  name: string
  label: string
  hint?: string
  choices: readonly Choice<string>[]
  before: readonly string[]
  most: number
  /** What to mend when nothing is ticked. */
  wrong: string
  onAnswer: (ids: string[]) => void
}

/** Some of several, and on. */
export function TicksQuestion({ name, label, hint, choices, before, most, wrong, onAnswer }: TicksQuestionProps) {
  const [ticked, setTicked] = useState(before)
  const { errors, passes } = useErrors(null)
  const error = errorFor(errors, name)
  const id = useElementId()(name)
  // In the order shown, and without what is no longer offered.
  const ids = choices.map(({ value }) => value).filter((value) => ticked.includes(value))
  const handleNext = () => {
    const message = ids.length === 0 ? wrong : ids.length > most ? mandateText.ask.most(most) : null
    if (passes(message === null ? [] : [{ name, message }])) onAnswer(ids)
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <FieldFrame id={id} label={label} hint={hint} error={error}>
        <View className="ov-choices" {...role('group')} aria-label={label} aria-describedby={describedBy(id, hint, error)}>
          {choices.map((choice, index) => (
            <Checkbox
              key={choice.value}
              name={index === 0 ? name : `${name}-${choice.value}`}
              title={choice.title}
              {...(choice.hint === undefined ? {} : { hint: choice.hint })}
              checked={ids.includes(choice.value)}
              onChange={(checked) => {
                setTicked(checked ? [...ids, choice.value] : ids.filter((one) => one !== choice.value))
              }}
            />
          ))}
        </View>
      </FieldFrame>
      <Button onPress={handleNext}>{uiText.next}</Button>
    </>
  )
}
