import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { focusable, heading, role } from '../platform/accessibility'
import type { ApiProblem } from '../platform/api-problem'
import { moveTo } from '../platform/focus'
import { TextButton } from './button'
import { useElementId } from './element-id'
import { uiText } from './text'

export interface FieldError {
  /** The `name` of the field. */
  name: string
  message: string
}

/** The message for one field, for its `error`. */
export function errorFor(errors: readonly FieldError[], name: string): string | undefined {
  return errors.find((error) => error.name === name)?.message
}

/** The BFF's field problems, named as the fields of the page are. */
export function fieldErrors(problem: ApiProblem | null): FieldError[] {
  return problem?.fields.map(({ path, message }) => ({ name: path, message })) ?? []
}

/** Two fields that do not fit together have one mistake between them: said once, leading to the first. */
function onceEach(errors: readonly FieldError[]): FieldError[] {
  return errors.filter(({ message }, index) => errors.findIndex((other) => other.message === message) === index)
}

interface ErrorSummaryProps {
  errors: readonly FieldError[]
  /** Opens the question that a mistake is in, where answers are checked and the fields are not on the page. */
  onMend?: (name: string) => void
}

/** Above the form after a failed submit: every mistake at once, each leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors, onMend }: ErrorSummaryProps) {
  const idOf = useElementId()
  const id = idOf('error-summary')
  const shown = errors.map((error) => error.name + error.message).join('|')
  useEffect(() => {
    if (shown !== '') moveTo(id)
  }, [shown, id])
  if (errors.length === 0) return null
  return (
    <View id={id} className="ov-error-summary" {...role('alert')} {...focusable}>
      <View className="ov-heading" {...heading(2)}>
        {uiText.errorSummary(errors.length)}
      </View>
      {onceEach(errors).map((error) => (
        <View key={error.name}>
          <TextButton
            role="link"
            onPress={() => {
              if (onMend) onMend(error.name)
              else moveTo(idOf(error.name))
            }}
          >
            {error.message}
          </TextButton>
        </View>
      ))}
    </View>
  )
}
