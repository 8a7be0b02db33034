import type { QuestionKind } from '@one-visit/shared/cross-province/rules'
import { isLocalDate } from '@one-visit/shared/kernel/local-date'
import type { FieldProblem } from '@one-visit/shared/kernel/problem'
import type { Answer } from '../../departments/cases/open-case'
import type { CrossProvinceForm } from '../../platform/county-pack/cross-province-file'
import { problem } from '../../platform/errors'

type Question = CrossProvinceForm['questions'][number]

const MISSING: Readonly<Record<QuestionKind, string>> = { text: '请填写', choice: '请选一个', date: '请填日期' }

/** The answers in the words of the form, in its order. Throws `invalid_input` with every answer that needs mending. */
export function checkAnswers({ questions }: CrossProvinceForm, given: Readonly<Record<string, string>>): Answer[] {
  const asked = new Set(questions.map(({ id }) => id))
  const unknown = Object.keys(given).filter((id) => !asked.has(id))
  const fields = [
    ...questions.flatMap((question) => mistakeOf(question, given[question.id] ?? '')),
    ...unknown.map((id) => fieldOf(id, '没有这个问题')),
  ]
  if (fields.length > 0) throw problem('invalid_input', { fields })
  return questions.flatMap((question) => {
    const value = given[question.id] ?? ''
    return value === '' ? [] : [{ id: question.id, question: question.label, answer: wordsOf(question, value) }]
  })
}

function mistakeOf({ id, kind, required, options }: Question, value: string): FieldProblem[] {
  if (value === '') return required ? [fieldOf(id, MISSING[kind])] : []
  if (kind === 'date' && !isLocalDate(value)) return [fieldOf(id, '日期不正确')]
  if (kind === 'choice' && !options.some((option) => option.value === value)) return [fieldOf(id, '没有这个选项')]
  return []
}

const fieldOf = (id: string, message: string): FieldProblem => ({ path: `answers.${id}`, message })

const wordsOf = ({ options }: Question, value: string): string => options.find((option) => option.value === value)?.label ?? value
