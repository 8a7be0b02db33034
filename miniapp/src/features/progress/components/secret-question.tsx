import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { replace } from '../../../platform/navigation'
import { Button, TextButton } from '../../../ui/button'
import { ErrorSummary } from '../../../ui/error-summary'
import { SummaryList } from '../../../ui/lists'
import { SlowNotice } from '../../../ui/loading'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import type { CaseLookUp } from '../hooks/use-case-look-up'
import { PROGRESS_PAGES } from '../progress-pages'
import { progressText } from '../text'
import { DepartmentNotices } from './department-notices'
import { LookUpRefusal } from './look-up-refusal'

const text = progressText.secret

interface SecretQuestionProps {
  title: string
  why: string
  lookUp: CaseLookUp
  /** The other secret that opens the same case. */
  other: { title: string; page: string }
  onSubmit: () => void
  children: ReactNode
}

function WithoutNumber({ title }: { title: string }) {
  return (
    <Screen title={title}>
      <Notice title={text.start.title} />
      <Button onPress={() => void replace(PROGRESS_PAGES.caseNumber)}>{text.start.button}</Button>
    </Screen>
  )
}

/** The second question of a look-up: the number to check above, the secret, and what came of a try that found nothing. */
export function SecretQuestion({ title, why, lookUp, other, onSubmit, children }: SecretQuestionProps) {
  const { caseNumber, errors, problem, refusal, busy } = lookUp
  if (caseNumber === '') return <WithoutNumber title={title} />
  if (refusal) return <LookUpRefusal lookUp={lookUp} refusal={refusal} onRetry={onSubmit} />
  const numberRow = { label: text.number, value: caseNumber, onChange: () => void replace(PROGRESS_PAGES.caseNumber) }
  return (
    <Screen title={title}>
      <ErrorSummary errors={errors} />
      {problem && <ProblemNotice problem={problem} onRetry={onSubmit} />}
      <DepartmentNotices only="cases" />
      <SummaryList label={text.numberList} rows={[numberRow]} />
      <View className="ov-stack">
        {children}
        <Text className="ov-soft">{why}</Text>
      </View>
      <Button onPress={onSubmit} busy={busy}>
        {text.submit}
      </Button>
      {busy && <SlowNotice what={progressText.asked.general} />}
      <TextButton onPress={() => void replace(other.page)}>{other.title}</TextButton>
    </Screen>
  )
}
