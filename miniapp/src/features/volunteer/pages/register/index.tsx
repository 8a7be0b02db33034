import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../ui/button'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { SlowNotice } from '../../../../ui/loading'
import { ProblemNotice } from '../../../../ui/notice'
import { PersonFields } from '../../../../ui/person-fields'
import { DeskScreen } from '../../components/desk-screen'
import { OfficesField } from '../../components/offices-field'
import { Registered } from '../../components/registered'
import { deskText } from '../../desk-text'
import { useRegister, type RegisterForm, type Registered as Shown } from '../../hooks/use-register'

const text = deskText.register

const FIELDS = [
  { name: 'phone', kind: 'digits', maxLength: 13 },
  { name: 'username', kind: 'text', maxLength: 30 },
] as const

function Fields({ form: { values, set, errors } }: { form: RegisterForm }) {
  return FIELDS.map(({ name, kind, maxLength }) => (
    <Field
      key={name}
      name={name}
      label={text[name].label}
      hint={text[name].hint}
      kind={kind}
      maxLength={maxLength}
      error={errorFor(errors, name)}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  ))
}

function Form({ onDone }: { onDone: (volunteer: Shown) => void }) {
  const form = useRegister(onDone)
  return (
    <>
      <Text>{text.why}</Text>
      <ErrorSummary errors={form.errors} />
      {form.refused && <ProblemNotice problem={form.refused} />}
      <PersonFields
        text={text}
        values={form.values}
        errors={form.errors}
        onChange={(field, typed) => form.set({ [field]: typed })}
      />
      <Fields form={form} />
      <OfficesField
        label={text.office.label}
        value={form.values.office}
        error={errorFor(form.errors, 'office')}
        onChange={(office) => form.set({ office })}
      />
      {form.busy && <SlowNotice what={text.slow} />}
      <Button onPress={form.handleSubmit} busy={form.busy}>
        {text.submit}
      </Button>
    </>
  )
}

export default function RegisterVolunteerPage() {
  const [registered, setRegistered] = useState<Shown | null>(null)
  return (
    <DeskScreen title={text.title} forWhom="supervisor">
      {registered === null ? <Form onDone={setRegistered} /> : <Registered volunteer={registered} />}
    </DeskScreen>
  )
}
