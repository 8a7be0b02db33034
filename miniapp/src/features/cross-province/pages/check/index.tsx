import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { moveTo } from '../../../../platform/focus'
import { findMissing } from '../../../../platform/flow'
import { newId } from '../../../../platform/ids'
import { go } from '../../../../platform/navigation'
import { usePageShown } from '../../../../platform/page-shown'
import { useServed } from '../../../../platform/served'
import { Button } from '../../../../ui/button'
import { Checkbox } from '../../../../ui/choices'
import { useElementId } from '../../../../ui/element-id'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { FieldFrame } from '../../../../ui/field'
import { SummaryList, type SummaryRow } from '../../../../ui/lists'
import { SlowNotice } from '../../../../ui/loading'
import { Failure } from '../../../../ui/settled'
import type { Question } from '../../application-flow'
import { ApplicationRefusal } from '../../components/application-refusal'
import { FormScreen, type OnlineItem } from '../../components/form-screen'
import { AnswerFirst } from '../../components/gone'
import { questionPage } from '../../cross-province-pages'
import { DECLARED, questionOf, useApply, type Apply } from '../../hooks/use-apply'
import { useCountyName } from '../../subject'
import { acrossText } from '../../text'

const text = acrossText.check

interface Props {
  data: OnlineItem
  apply: Apply
}

const change = ({ side, region, item }: OnlineItem, { id }: Question): void =>
  void go(questionPage({ side, region: region.id, item: item.id }, id), { change: '1' })

function Answers({ data, apply: { flow } }: Props) {
  const county = useCountyName()
  const rows: SummaryRow[] = [
    { label: text.item, value: data.item.name },
    { label: text.decides, value: data.side === 'county' ? county : data.region.name },
    { label: text.who, value: useServed()?.name ?? text.self },
    ...data.form.questions.map((question) => ({
      label: question.label,
      value: flow.shown(question) || text.unanswered,
      onChange: () => {
        change(data, question)
      },
    })),
  ]
  return <SummaryList label={text.list} rows={rows} />
}

function Declaration({ data, apply: { flow, errors } }: Props) {
  const id = useElementId()(DECLARED)
  const handleChange = async (isDeclared: boolean) => {
    flow.declare(isDeclared ? await newId() : '')
  }
  return (
    <FieldFrame id={id} label={text.declaration} hint={undefined} error={errorFor(errors, DECLARED)}>
      <Text>{data.form.declaration}</Text>
      <Checkbox
        name={DECLARED}
        title={text.declare}
        checked={flow.isDeclared}
        onChange={(isDeclared) => void handleChange(isDeclared)}
      />
    </FieldFrame>
  )
}

function Check({ data, apply }: Props) {
  const idOf = useElementId()
  const { flow, errors, problem, busy, handleSubmit } = apply
  const handleMend = (name: string) => {
    const question = questionOf(data, name)
    if (question === undefined) {
      moveTo(idOf(DECLARED))
      return
    }
    flow.tell(question, errorFor(errors, name) ?? '')
    change(data, question)
  }
  return (
    <>
      <ErrorSummary errors={errors} onMend={handleMend} />
      {problem && <Failure problem={problem} onRetry={handleSubmit} />}
      <Answers data={data} apply={apply} />
      <Declaration data={data} apply={apply} />
      <View className="ov-stack">
        <Button onPress={handleSubmit} busy={busy}>
          {text.submit}
        </Button>
        {busy && <SlowNotice what={acrossText.asked} />}
      </View>
    </>
  )
}

function Content({ data }: { data: OnlineItem }) {
  const apply = useApply(data)
  const missing = findMissing(apply.flow.plan, apply.flow.answers)
  if (apply.refusal) return <ApplicationRefusal refusal={apply.refusal} data={data} onMend={apply.handleMend} />
  return missing === null || apply.busy ? <Check data={data} apply={apply} /> : <AnswerFirst page={missing} />
}

/** Everything once more before it is sent, and what the person declares by sending it. */
export default function CheckPage() {
  const [shown, setShown] = useState(0)
  // What was changed on the page above is in the draft.
  usePageShown(() => {
    setShown((times) => times + 1)
  })
  return <FormScreen title={() => text.title}>{(data) => <Content key={shown} data={data} />}</FormScreen>
}
