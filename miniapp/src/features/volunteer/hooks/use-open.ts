import { MOBILE_PATTERN } from '@one-visit/shared/identity/rules'
import { isResidentId } from '@one-visit/shared/kernel/resident-id'
import type { DayPart, RequestTopic, RequestWay } from '@one-visit/shared/proxy/rules'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useStaffSession } from '../../../platform/staff-session'
import { tidy } from '../../../platform/tidy'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { deskText } from '../desk-text'
import { refreshTasks } from './use-tasks'

const text = deskText.open

export const OPEN_STEPS = ['person', 'need', 'where', 'when', 'check'] as const
export type OpenStep = (typeof OPEN_STEPS)[number]

export interface OpenValues {
  name: string
  residentId: string
  phone: string
  topic: RequestTopic | null
  words: string
  way: RequestWay | null
  address: string
  /** Of the office; null for who works for the whole county, until chosen. */
  office: string | null
  date: string | null
  part: DayPart
}

const wrong = (isWrong: boolean, name: string, message: string): FieldError[] => (isWrong ? [{ name, message }] : [])

const CHECKS: Readonly<Record<OpenStep, (values: OpenValues) => FieldError[]>> = {
  person: ({ name, residentId, phone }) => [
    ...wrong(name.trim().length < 2, 'name', text.person.name.wrong),
    ...wrong(!isResidentId(tidy(residentId)), 'residentId', text.person.residentId.wrong),
    ...wrong(!MOBILE_PATTERN.test(tidy(phone)), 'phone', text.person.phone.wrong),
  ],
  need: ({ topic, words }) => [
    ...wrong(topic === null, 'topic', text.need.topic.wrong),
    ...wrong(topic === 'other' && words.trim().length < 2, 'words', text.need.words.wrong),
  ],
  where: ({ way, address, office }) => [
    ...wrong(way === null, 'way', text.where.way.wrong),
    ...wrong(way === 'home' && address.trim().length < 4, 'address', text.where.address.wrong),
    ...wrong(office === null, 'office', text.where.office.wrong),
  ],
  when: ({ date }) => wrong(date === null, 'date', text.when.date.wrong),
  check: () => [],
}

/** Which question a field of the BFF belongs to. */
const STEP_OF: Readonly<Record<string, OpenStep>> = {
  ...{ name: 'person', residentId: 'person', phone: 'person', topic: 'need', words: 'need' },
  ...{ way: 'where', address: 'where', office: 'where', date: 'when', part: 'when' },
}

/** request.phone → phone */
const asField = ({ name, message }: FieldError): FieldError => ({ name: name.slice(name.lastIndexOf('.') + 1), message })

export interface OpenForm {
  values: OpenValues
  set: (changed: Partial<OpenValues>) => void
  step: OpenStep
  goTo: (step: OpenStep) => void
  handleNext: () => void
  /** Null at the first question. */
  handleBack: (() => void) | null
  handleSend: () => void
  /** Of the question that is open; at the check, all that the BFF wants mended. */
  errors: readonly FieldError[]
  /** Opens the question of a field. */
  goToField: (name: string) => void
  refused: ApiProblem | null
  busy: boolean
}

function bodyOf({ name, residentId, phone, topic, words, way, address, office, date, part }: OpenValues) {
  if (topic === null || way === null || office === null || date === null) return null
  const where = { way, office, address: way === 'home' ? address.trim() : null }
  return {
    person: { name: name.trim(), residentId: tidy(residentId) },
    request: { member: null, topic, words: words.trim(), ...where, date, part, phone: tidy(phone) },
  }
}

function useValues() {
  const office = useStaffSession()?.office ?? null
  const [values, setValues] = useState<OpenValues>({
    ...{ name: '', residentId: '', phone: '', topic: null, words: '' },
    ...{ way: null, address: '', office, date: null, part: 'any' },
  })
  const set = (changed: Partial<OpenValues>) => {
    setValues((before) => ({ ...before, ...changed }))
  }
  return { values, set }
}

/** A task for somebody who rang up or came. Names and numbers of others stay in memory only. */
export function useOpen(onDone: (task: TaskDto) => void): OpenForm {
  const { values, set: keep } = useValues()
  const [step, setStep] = useState<OpenStep>('person')
  const submit = useSubmit('POST /v1/staff/tasks', (task) => {
    onDone(task)
    void refreshTasks()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const place = OPEN_STEPS.indexOf(step)
  const [before, after] = [OPEN_STEPS[place - 1], OPEN_STEPS[place + 1]]
  const goTo = (next: OpenStep) => {
    passes([])
    setStep(next)
  }
  const set = (changed: Partial<OpenValues>) => {
    // What the BFF found is about what was there before.
    submit.reset()
    keep(changed)
  }
  const handleNext = () => {
    if (passes(CHECKS[step](values)) && after !== undefined) setStep(after)
  }
  const handleSend = () => {
    const body = bodyOf(values)
    if (body !== null) submit.send({ body })
  }
  const isSent = step === 'check'
  const found = errors.map(asField)
  return {
    ...{ values, set, step, goTo, handleNext, handleSend, refused: isSent ? refused : null, busy: submit.busy },
    errors: found.filter(({ name }) => isSent || STEP_OF[name] === step),
    goToField: (name) => goTo(STEP_OF[name] ?? 'person'),
    handleBack: before === undefined ? null : () => goTo(before),
  }
}
