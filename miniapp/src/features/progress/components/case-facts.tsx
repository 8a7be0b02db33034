import type { CaseProgressDto } from '@one-visit/shared/progress/contract'
import { CASE_STATUS_TEXT, nextStepOf } from '@one-visit/shared/progress/rules'
import { Text, View } from '@tarojs/components'
import { Heading } from '../../../ui/heading'
import { SummaryList, Timeline, type SummaryRow } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { formatInstant, formatLocalDate } from '../../../ui/when'
import { progressText } from '../text'
import { StatusTag } from './status-tag'

const text = progressText.case

/** What is the matter now, and what the person has to do. */
export function CaseNow({ progress }: { progress: CaseProgressDto }) {
  return (
    <View className="ov-stack">
      <Heading>{progress.itemName}</Heading>
      <StatusTag status={progress.status} />
      <Text>{nextStepOf(progress)}</Text>
      {progress.toDo !== null && (
        <Notice kind="warning" title={text.toDo}>
          {progress.toDo}
        </Notice>
      )}
    </View>
  )
}

function factsOf(progress: CaseProgressDto): SummaryRow[] {
  const optional: readonly (readonly [string, string | null])[] = [
    [text.place, progress.place],
    [text.promisedBy, progress.promisedBy === null ? null : formatLocalDate(progress.promisedBy)],
  ]
  return [
    ...optional.flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    { label: text.number, value: progress.caseNumber },
    { label: text.department, value: progress.department },
    { label: text.applicant, value: progress.applicant },
    { label: text.words, value: progress.departmentWords },
    { label: text.asOf, value: formatInstant(progress.asOf) },
  ]
}

export function CaseFacts({ progress }: { progress: CaseProgressDto }) {
  return (
    <View>
      <Heading>{text.facts}</Heading>
      <SummaryList label={text.facts} rows={factsOf(progress)} />
    </View>
  )
}

/** Newest first, with the department's own words. */
export function CaseSteps({ progress }: { progress: CaseProgressDto }) {
  const steps = progress.steps.map(({ at, status, departmentWords, note }) => ({
    at,
    title: CASE_STATUS_TEXT[status].title,
    words: departmentWords,
    note,
  }))
  return (
    <View>
      <Heading>{text.steps}</Heading>
      {steps.length === 0 ? <Text>{text.noSteps}</Text> : <Timeline label={text.steps} steps={steps} />}
    </View>
  )
}
