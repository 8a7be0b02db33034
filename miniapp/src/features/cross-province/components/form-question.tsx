import { ANSWER_LENGTH } from '@one-visit/shared/cross-province/rules'
import { FieldQuestion } from '../../../ui/field-question'
import { RadioQuestion } from '../../../ui/radio-question'
import { mistakeIn, type ApplicationFlow, type Question } from '../application-flow'
import { acrossText } from '../text'
import { DateQuestion } from './date-question'

const text = acrossText.question

interface FormQuestionProps {
  question: Question
  flow: ApplicationFlow
}

/** To be left out is an answer, too. */
const choicesOf = ({ options, required }: Question) => [
  ...options.map(({ value, label }) => ({ value, title: label })),
  ...(required ? [] : [{ value: '', title: text.none }]),
]

function ChoiceQuestion({ question, flow }: FormQuestionProps) {
  const { id, label, hint } = question
  const told = flow.toldOf(question)
  return (
    <RadioQuestion
      name={id}
      label={label}
      {...(hint === null ? {} : { hint })}
      choices={choicesOf(question)}
      before={flow.valueOf(question)}
      wrong={text.missing.choice(label)}
      {...(told === undefined ? {} : { told })}
      onAnswer={(value) => void flow.proceed(question, value)}
    />
  )
}

/** A question of an application, by what kind of answer it takes. */
export function FormQuestion({ question, flow }: FormQuestionProps) {
  const { id, label, hint, kind, required } = question
  if (kind === 'choice') return <ChoiceQuestion question={question} flow={flow} />
  const value = flow.valueOf(question)
  const told = flow.toldOf(question)
  const asked = {
    ...{ name: id, label, value, optional: !required },
    ...(told === undefined ? {} : { told }),
    onChange: (typed: string) => {
      flow.type(question, typed)
    },
    onAnswer: () => void flow.proceed(question, value),
  }
  if (kind === 'date') return <DateQuestion {...asked} hint={hint ?? text.dateHint} mistake={mistakeIn(question, value)} />
  return (
    <FieldQuestion
      {...asked}
      {...(hint === null ? {} : { hint })}
      maxLength={ANSWER_LENGTH}
      wrong={text.missing.text(label)}
      isRight={(typed) => mistakeIn(question, typed) === null}
    />
  )
}
