import { Text, View } from '@tarojs/components'
import { formatMandateNumber } from '@one-visit/shared/proxy/rules'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { useState, type ReactNode } from 'react'
import { replace } from '../../../../platform/navigation'
import { Button, TextButton } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { Heading } from '../../../../ui/heading'
import { Notice } from '../../../../ui/notice'
import { StepHeading } from '../../../../ui/step-heading'
import { formatLocalDate } from '../../../../ui/when'
import { DeskScreen } from '../../components/desk-screen'
import { OpenCheck } from '../../components/open-check'
import { NeedQuestion, PersonQuestion, WhenQuestion, WhereQuestion } from '../../components/open-questions'
import { deskText } from '../../desk-text'
import { OPEN_STEPS, useOpen, type OpenForm, type OpenStep } from '../../hooks/use-open'
import { stepOf } from '../../text'
import { VOLUNTEER_PAGES } from '../../volunteer-pages'

const text = deskText.open

const QUESTIONS: Readonly<Record<Exclude<OpenStep, 'check'>, (props: { form: OpenForm }) => ReactNode>> = {
  person: PersonQuestion,
  need: NeedQuestion,
  where: WhereQuestion,
  when: WhenQuestion,
}

function Question({ step, form }: { step: Exclude<OpenStep, 'check'>; form: OpenForm }) {
  const Asks = QUESTIONS[step]
  return (
    <>
      <Asks form={form} />
      <Button onPress={form.handleNext}>{text.next}</Button>
    </>
  )
}

function Form({ onDone }: { onDone: (task: TaskDto) => void }) {
  const form = useOpen(onDone)
  const { step, handleBack } = form
  return (
    <>
      <StepHeading key={step} name="step">
        {step === 'check' ? text.check.label : stepOf(OPEN_STEPS.indexOf(step) + 1, OPEN_STEPS.length)}
      </StepHeading>
      <ErrorSummary errors={form.errors} {...(step === 'check' ? { onMend: form.goToField } : {})} />
      {step === 'check' ? <OpenCheck form={form} /> : <Question step={step} form={form} />}
      {handleBack && <TextButton onPress={handleBack}>{text.back}</TextButton>}
    </>
  )
}

function Opened({ task, onAnother }: { task: TaskDto; onAnother: () => void }) {
  const { list, promise, wait, number } = text.next_
  const sentences = [number, ...(task.promisedBy === null ? [] : [promise(formatLocalDate(task.promisedBy))]), wait]
  return (
    <>
      <Notice kind="success" title={`${text.done}，${text.number}`} announce>
        <Text className="ov-number">{formatMandateNumber(task.number)}</Text>
      </Notice>
      <View>
        <Heading>{list}</Heading>
        {sentences.map((sentence) => (
          <View key={sentence}>{sentence}</View>
        ))}
      </View>
      <Button onPress={onAnother}>{text.another}</Button>
      <Button kind="secondary" onPress={() => void replace(VOLUNTEER_PAGES.task, { id: task.id })}>
        {text.see}
      </Button>
    </>
  )
}

export default function OpenTaskPage() {
  const [opened, setOpened] = useState<TaskDto | null>(null)
  return (
    <DeskScreen title={text.title} forWhom="counter">
      {opened === null ? <Form onDone={setOpened} /> : <Opened task={opened} onAnother={() => setOpened(null)} />}
    </DeskScreen>
  )
}
