import { SMS_CODE_LENGTH } from '@one-visit/shared/identity/rules'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import { errorFor, ErrorSummary } from './error-summary'
import { Field } from './field'
import { Failure } from './settled'
import type { FormErrors } from './use-errors'

/** A code that was sent to somebody else's phone, as it is being filled in. */
export interface CodeEntry extends Pick<FormErrors, 'errors' | 'refused'> {
  code: string
  setCode: (code: string) => void
  busy: boolean
  handleSubmit: () => void
}

interface CodeQuestionProps {
  entry: CodeEntry
  /** On whose phone the code is, and what reading it out means. */
  why: string
  text: { readonly label: string; readonly hint: string; readonly submit: string; readonly again: string }
  /** How to have it sent once more. */
  children?: ReactNode
}

/** Asks for the code by SMS that another person reads out. For a code on one's own phone there is `CodeField`, which sends it. */
export function CodeQuestion({ entry, why, text, children }: CodeQuestionProps) {
  const { code, setCode, errors, refused, busy, handleSubmit } = entry
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <Failure problem={refused} />}
      <Text>{why}</Text>
      <Field
        name="code"
        label={text.label}
        hint={text.hint}
        kind="code"
        maxLength={SMS_CODE_LENGTH}
        error={errorFor(errors, 'code')}
        value={code}
        onChange={setCode}
        onConfirm={handleSubmit}
      />
      <Button onPress={handleSubmit} busy={busy}>
        {text.submit}
      </Button>
      <Text className="ov-soft">{text.again}</Text>
      {children}
    </>
  )
}
