import type { CrossProvinceItemDto } from '@one-visit/shared/cross-province/contract'
import { useMemo } from 'react'
import { useFlow, type Flow, type FlowPlan } from '../../platform/flow'
import { readTypedDate } from '../../ui/typed-date'
import { formatLongDate } from '../../ui/when'
import { checkPage, questionPage, type Subject } from './cross-province-pages'
import { acrossText } from './text'

const text = acrossText.question

export type Question = NonNullable<CrossProvinceItemDto['form']>['questions'][number]
type Answers = Record<string, string>

/** The declaration: `yes`, or not yet. */
const DECLARED = 'declared'
/** Made with the declaration and sent with the answers: however often, they are one application. */
const KEY = 'key'
const answerTo = ({ id }: Question): string => `answer:${id}`
/** What the BFF wants mended in an answer. */
const toldOf = ({ id }: Question): string => `told:${id}`

/** What to mend; null: nothing. */
export function mistakeIn(question: Question, value: string): string | null {
  const { kind, label, required, options } = question
  if (value.trim() === '') return required ? text.missing[kind](label) : null
  if (kind === 'date') return readTypedDate(value) === null ? text.noSuchDay : null
  // What could be chosen earlier may be gone.
  if (kind === 'choice' && !options.some((option) => option.value === value)) return text.missing.choice(label)
  return null
}

/** As the BFF takes it. */
const sentAs = ({ kind }: Question, value: string): string => (kind === 'date' ? (readTypedDate(value) ?? '') : value.trim())

function shownAs({ kind, options }: Question, value: string): string {
  if (kind === 'date') return formatLongDate(readTypedDate(value) ?? '')
  return kind === 'choice' ? (options.find((option) => option.value === value)?.label ?? '') : value.trim()
}

/** Its questions in order, and how the answers are kept. */
export function planOf({ side, region, item, form }: CrossProvinceItemDto): FlowPlan<Answers> {
  const subject: Subject = { side, region: region.id, item: item.id }
  const questions = form?.questions ?? []
  return {
    name: `across:${side}:${region.id}:${item.id}`,
    empty: Object.fromEntries([
      ...[DECLARED, KEY].map((name) => [name, '']),
      ...questions.flatMap((question) => [answerTo(question), toldOf(question)].map((name) => [name, ''])),
    ]) as Answers,
    check: checkPage(subject),
    steps: questions.map((question) => ({
      page: questionPage(subject, question.id),
      isNeeded: () => true,
      isAnswered: (answers) => mistakeIn(question, answers[answerTo(question)] ?? '') === null,
    })),
  }
}

export interface ApplicationFlow extends Pick<Flow<Answers>, 'clear'> {
  plan: FlowPlan<Answers>
  answers: Answers
  valueOf: (question: Question) => string
  /** Absent when there is nothing to mend in it. */
  toldOf: (question: Question) => string | undefined
  /** In words, for people; empty when it was left out. */
  shown: (question: Question) => string
  /** By the id of the question, as the BFF takes them; what was left out is not there. */
  sent: () => Record<string, string>
  isDeclared: boolean
  /** Empty until it is declared. */
  key: string
  /** Keeps what is being typed. */
  type: (question: Question, value: string) => void
  /** The answer is given: on to the next question, or back to where they are checked; it has to be declared anew. */
  proceed: (question: Question, value: string) => Promise<void>
  tell: (question: Question, message: string) => void
  declare: (key: string) => void
}

/** The answers so far of applying for an item with a region, kept for whom it is: oneself, or whom one acts for. */
export function useApplicationFlow(data: CrossProvinceItemDto): ApplicationFlow {
  const plan = useMemo(() => planOf(data), [data])
  const { answers, answer, clear, proceed } = useFlow(plan)
  const questions = data.form?.questions ?? []
  const valueOf = (question: Question) => answers[answerTo(question)] ?? ''
  const subject = { side: data.side, region: data.region.id, item: data.item.id }
  return {
    ...{ plan, answers, valueOf, clear },
    toldOf: (question) => answers[toldOf(question)] || undefined,
    shown: (question) => shownAs(question, valueOf(question)),
    sent: () =>
      Object.fromEntries(
        questions.map((question) => [question.id, sentAs(question, valueOf(question))]).filter(([, value]) => value !== ''),
      ) as Record<string, string>,
    isDeclared: answers[DECLARED] === 'yes',
    key: answers[KEY] ?? '',
    type: (question, value) => {
      answer({ [answerTo(question)]: value, [toldOf(question)]: '' })
    },
    proceed: (question, value) =>
      proceed(questionPage(subject, question.id), {
        ...{ [answerTo(question)]: value, [toldOf(question)]: '' },
        ...{ [DECLARED]: '', [KEY]: '' },
      }),
    tell: (question, message) => {
      answer({ [toldOf(question)]: message })
    },
    declare: (key) => {
      answer({ [DECLARED]: key === '' ? '' : 'yes', [KEY]: key })
    },
  }
}
