import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { MandateEvidence } from '@one-visit/shared/proxy/rules'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState, type ReactNode } from 'react'
import { back, replace } from '../../../../platform/navigation'
import { useStaffSession } from '../../../../platform/staff-session'
import { Button, TextButton } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { StepHeading } from '../../../../ui/step-heading'
import { stepsOf, type AskStep } from '../../ask-values'
import { AskCheck } from '../../components/ask-check'
import {
  DaysQuestion,
  EvidenceQuestion,
  GroupsQuestion,
  LicencesQuestion,
  OperationsQuestion,
} from '../../components/ask-questions'
import { DeskScreen } from '../../components/desk-screen'
import { WithTask } from '../../components/with-task'
import { WitnessQuestion } from '../../components/witness-question'
import { useAsk, type Ask } from '../../hooks/use-ask'
import { mandateText } from '../../mandate-text'
import { isMineNow } from '../../task-words'
import { stepOf, taskText } from '../../text'
import { VOLUNTEER_PAGES } from '../../volunteer-pages'

const text = mandateText.ask

interface Asked {
  mandate: MandateDto
  evidence: MandateEvidence
}

const QUESTIONS: Readonly<Record<Exclude<AskStep, 'check'>, (props: { ask: Ask }) => ReactNode>> = {
  operations: OperationsQuestion,
  groups: GroupsQuestion,
  licences: LicencesQuestion,
  days: DaysQuestion,
  evidence: EvidenceQuestion,
  photo: WitnessQuestion,
}

function Question({ step, ask }: { step: Exclude<AskStep, 'check'>; ask: Ask }) {
  const Asks = QUESTIONS[step]
  return (
    <>
      <Asks ask={ask} />
      <Button onPress={ask.handleNext}>{text.next}</Button>
    </>
  )
}

function Form({ task, onDone }: { task: TaskDto; onDone: (asked: Asked) => void }) {
  const ask = useAsk(task, (mandate, evidence) => {
    onDone({ mandate, evidence: mandate.status === 'active' ? 'witnessed' : evidence })
  })
  const { step, handleBack } = ask
  const steps = stepsOf(ask.values)
  return (
    <>
      <StepHeading key={step} name="step">
        {step === 'check' ? text.check.label : stepOf(steps.indexOf(step) + 1, steps.length)}
      </StepHeading>
      <ErrorSummary errors={ask.errors} {...(step === 'check' ? { onMend: ask.goToField } : {})} />
      {ask.refused && <ProblemNotice problem={ask.refused} />}
      {step === 'check' ? <AskCheck task={task} ask={ask} /> : <Question step={step} ask={ask} />}
      {handleBack && <TextButton onPress={handleBack}>{text.back}</TextButton>}
    </>
  )
}

function Done({ task, asked: { mandate, evidence } }: { task: TaskDto; asked: Asked }) {
  const { title, next } = text.done[evidence]
  return (
    <>
      <Notice kind="success" title={title} announce>
        {next}
      </Notice>
      {evidence === 'phone_code' && (
        <Button onPress={() => void replace(VOLUNTEER_PAGES.code, { id: task.id, sent: '1' })}>{text.toCode}</Button>
      )}
      {evidence === 'witnessed' && (
        <Button onPress={() => void replace(VOLUNTEER_PAGES.slip, { id: mandate.id })}>{mandateText.part.slip}</Button>
      )}
      <Button kind="secondary" onPress={() => void back()}>
        {taskText.back}
      </Button>
    </>
  )
}

function Content({ task }: { task: TaskDto }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const isVolunteer = useStaffSession()?.role === 'volunteer'
  if (asked !== null) return <Done task={task} asked={asked} />
  if (isVolunteer ? isMineNow(task) : task.status === 'accepted') return <Form task={task} onDone={setAsked} />
  return (
    <>
      <Notice kind="warning" title={task.status === 'open' ? text.nobody : taskText.changed} />
      <Button onPress={() => void back()}>{taskText.back}</Button>
    </>
  )
}

export default function AskMandatePage() {
  return (
    <DeskScreen title={text.title} forWhom="everybody">
      <WithTask>{(task) => <Content task={task} />}</WithTask>
    </DeskScreen>
  )
}
