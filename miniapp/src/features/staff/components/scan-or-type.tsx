import type { EntryKind } from '../../../platform/text-entry'
import { Button } from '../../../ui/button'
import { errorFor, type FieldError } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { canScan, ScanButton } from '../../../ui/scan-button'

/** What is typed or scanned. */
export interface Code {
  typed: string
  setTyped: (typed: string) => void
  errors: readonly FieldError[]
  busy: boolean
  handleSeen: (code: string) => void
  handleSubmit: () => void
}

interface ScanOrTypeProps {
  name: string
  text: Readonly<Record<'scan' | 'label' | 'hint' | 'submit', string>>
  kind: EntryKind
  maxLength: number
  code: Code
}

/** Scanning what somebody shows; typing it is as good, and all there is where nothing can be scanned. */
export function ScanOrType({ name, text, kind, maxLength, code }: ScanOrTypeProps) {
  return (
    <>
      <ScanButton onSeen={code.handleSeen} busy={code.busy}>
        {text.scan}
      </ScanButton>
      <Field
        name={name}
        label={text.label}
        hint={text.hint}
        kind={kind}
        maxLength={maxLength}
        error={errorFor(code.errors, name)}
        value={code.typed}
        onChange={code.setTyped}
        onConfirm={code.handleSubmit}
      />
      <Button kind={canScan() ? 'secondary' : 'primary'} onPress={code.handleSubmit} busy={code.busy}>
        {text.submit}
      </Button>
    </>
  )
}
