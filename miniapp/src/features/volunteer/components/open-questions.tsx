import { addDays, localDateAt } from '@one-visit/shared/kernel/local-date'
import {
  DAY_PART_TEXT,
  DAY_PARTS,
  type DayPart,
  REQUEST_DAYS_AHEAD,
  REQUEST_TOPICS,
  REQUEST_WAYS,
  type RequestTopic,
  type RequestWay,
  TOPIC_TEXT,
} from '@one-visit/shared/proxy/rules'
import { useState } from 'react'
import { TextButton } from '../../../ui/button'
import { RadioGroup } from '../../../ui/choices'
import { errorFor } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { PersonFields } from '../../../ui/person-fields'
import { formatLocalDate } from '../../../ui/when'
import { deskText } from '../desk-text'
import type { OpenForm } from '../hooks/use-open'
import { taskText } from '../text'
import { OfficesField } from './offices-field'

const text = deskText.open

const TOPICS = REQUEST_TOPICS.map((value) => ({ value, title: TOPIC_TEXT[value] }))
const WAYS = REQUEST_WAYS.map((value) => ({ value, title: taskText.wayOf(value) }))
const PARTS = DAY_PARTS.map((value) => ({ value, title: DAY_PART_TEXT[value] }))
/** Most people mean this week or the next. */
const FIRST_DAYS = 10

const pick = ({ label, hint }: { label: string; hint: string }) => ({ label, hint })

interface QuestionProps {
  form: OpenForm
}

export function PersonQuestion({ form: { values, set, errors, handleNext } }: QuestionProps) {
  return (
    <>
      <PersonFields text={text.person} values={values} errors={errors} onChange={(field, typed) => set({ [field]: typed })} />
      <Field
        name="phone"
        {...pick(text.person.phone)}
        kind="digits"
        maxLength={13}
        error={errorFor(errors, 'phone')}
        value={values.phone}
        onChange={(phone) => set({ phone })}
        onConfirm={handleNext}
      />
    </>
  )
}

export function NeedQuestion({ form: { values, set, errors, handleNext } }: QuestionProps) {
  return (
    <>
      <RadioGroup<RequestTopic>
        name="topic"
        label={text.need.topic.label}
        error={errorFor(errors, 'topic')}
        choices={TOPICS}
        value={values.topic}
        onChange={(topic) => set({ topic })}
      />
      <Field
        name="words"
        {...pick(text.need.words)}
        maxLength={200}
        optional={values.topic !== 'other'}
        error={errorFor(errors, 'words')}
        value={values.words}
        onChange={(words) => set({ words })}
        onConfirm={handleNext}
      />
    </>
  )
}

export function WhereQuestion({ form: { values, set, errors, handleNext } }: QuestionProps) {
  return (
    <>
      <RadioGroup<RequestWay>
        name="way"
        label={text.where.way.label}
        error={errorFor(errors, 'way')}
        choices={WAYS}
        value={values.way}
        onChange={(way) => set({ way })}
        inline
      />
      {values.way === 'home' && (
        <Field
          name="address"
          {...pick(text.where.address)}
          maxLength={100}
          error={errorFor(errors, 'address')}
          value={values.address}
          onChange={(address) => set({ address })}
          onConfirm={handleNext}
        />
      )}
      <OfficesField
        label={text.where.office.label}
        value={values.office}
        error={errorFor(errors, 'office')}
        onChange={(office) => set({ office })}
      />
    </>
  )
}

export function WhenQuestion({ form: { values, set, errors } }: QuestionProps) {
  const [today] = useState(() => localDateAt(Date.now()))
  const [isLong, setIsLong] = useState(() => values.date !== null && values.date >= addDays(today, FIRST_DAYS))
  const days = Array.from({ length: isLong ? REQUEST_DAYS_AHEAD + 1 : FIRST_DAYS }, (_, index) => addDays(today, index))
  return (
    <>
      <RadioGroup
        name="date"
        label={text.when.date.label}
        error={errorFor(errors, 'date')}
        choices={days.map((day) => ({ value: day, title: formatLocalDate(day) }))}
        value={values.date}
        onChange={(date) => set({ date })}
        inline
      />
      {!isLong && <TextButton onPress={() => setIsLong(true)}>{text.when.later}</TextButton>}
      <RadioGroup<DayPart>
        name="part"
        label={text.when.part}
        choices={PARTS}
        value={values.part}
        onChange={(part) => set({ part })}
        inline
      />
    </>
  )
}
