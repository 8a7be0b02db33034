import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { MandateEvidence } from '@one-visit/shared/proxy/rules'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useDraft } from '../../../platform/drafts'
import type { Photo } from '../../../platform/photo'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import {
  daysOf,
  evidenceOf,
  fieldOf,
  scopeOf,
  startValues,
  stepOfField,
  stepsOf,
  type AskStep,
  type AskValues,
} from '../ask-values'
import { mandateText } from '../mandate-text'
import { refreshTasks } from './use-tasks'

const text = mandateText.ask

export interface Ask {
  values: AskValues
  set: (field: keyof AskValues & string, value: string) => void
  photo: Photo | null
  setPhoto: (photo: Photo | null) => void
  /** Which statements of the witness are ticked, by their place. */
  sworn: readonly string[]
  setSworn: (sworn: string[]) => void
  step: AskStep
  goTo: (step: AskStep) => void
  /** Null at the first question. */
  handleBack: (() => void) | null
  handleNext: () => void
  handleSend: () => void
  /** Of the question that is open; at the check, all that the BFF wants mended. */
  errors: readonly FieldError[]
  /** Opens the question of a field. */
  goToField: (name: string) => void
  refused: ApiProblem | null
  busy: boolean
}

type Given = Pick<Ask, 'values' | 'photo' | 'sworn'>

const CHECKS: Readonly<Record<AskStep, (given: Given) => FieldError[]>> = {
  operations: ({ values }) => (values.operations === '' ? [{ name: 'operations', message: text.operations.wrong }] : []),
  groups: ({ values }) => (values.groups === '' ? [{ name: 'groups', message: text.groups.wrong }] : []),
  licences: ({ values }) => (values.licences === '' ? [{ name: 'licences', message: text.licences.wrong }] : []),
  days: ({ values }) => (daysOf(values) === null ? [{ name: 'days', message: text.days.wrong }] : []),
  evidence: ({ values }) => (evidenceOf(values) === null ? [{ name: 'evidence', message: text.evidence.wrong }] : []),
  photo: ({ photo, sworn }) => [
    ...(sworn.length < text.photo.statements.length ? [{ name: 'sworn', message: text.photo.wrongSworn }] : []),
    ...(photo === null ? [{ name: 'scan', message: text.photo.wrong }] : []),
  ],
  check: () => [],
}

/**
 * Asking the person of a task for a mandate, question after question. What is chosen is kept as a draft; the photo of the ID cards
 * stays in memory only.
 */
export function useAsk(task: TaskDto, onDone: (mandate: MandateDto, evidence: MandateEvidence) => void): Ask {
  const draft = useDraft<AskValues>(`mandate-${task.id}`, startValues(task.mandate))
  const [photo, setPhoto] = useState<Photo | null>(null)
  const [sworn, setSworn] = useState<readonly string[]>([])
  const [step, setStep] = useState<AskStep>('operations')
  const given = { values: draft.values, photo, sworn }
  const steps = stepsOf(draft.values)
  const place = steps.indexOf(step)
  const submit = useSubmit('POST /v1/staff/tasks/:id/mandates', (mandate) => {
    onDone(mandate, evidenceOf(draft.values) ?? 'app')
    draft.clear()
    setPhoto(null)
    void refreshTasks()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const goTo = (next: AskStep) => {
    passes([])
    setStep(next)
  }
  /** What the BFF found is about what was there before. */
  const after =
    <A extends unknown[]>(change: (...given: A) => void) =>
    (...given: A) => {
      submit.reset()
      change(...given)
    }
  const handleNext = () => {
    const next = steps[place + 1]
    if (passes(CHECKS[step](given)) && next !== undefined) goTo(next)
  }
  const handleSend = () => {
    // Something changed since it was answered: the question that is open again comes first.
    const open = steps.find((one) => CHECKS[one](given).length > 0)
    if (open !== undefined) goTo(open)
    const days = daysOf(draft.values)
    const evidence = evidenceOf(draft.values)
    if (open !== undefined || days === null || evidence === null) return
    const scan = evidence === 'witnessed' ? (photo?.base64 ?? null) : null
    submit.send({ params: { id: task.id }, body: { scope: scopeOf(draft.values), days, evidence, scan } })
  }
  const before = steps[place - 1]
  const found = errors.map(({ name, message }) => ({ name: fieldOf(draft.values, name), message }))
  return {
    ...{ values: draft.values, set: after(draft.set), photo, setPhoto: after(setPhoto), sworn, setSworn },
    ...{ step, goTo, handleNext, handleSend, busy: submit.busy },
    errors: found.filter(({ name }) => step === 'check' || stepOfField(name) === step),
    goToField: (name) => goTo(stepOfField(name)),
    refused: step === 'check' ? refused : null,
    handleBack: before === undefined ? null : () => goTo(before),
  }
}
