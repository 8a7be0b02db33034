import { TOPIC_TEXT, WAY_TEXT } from '@one-visit/shared/proxy/rules'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../../../../platform/navigation'
import { usePageShown } from '../../../../platform/page-shown'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { SummaryList, type SummaryRow } from '../../../../ui/lists'
import { SlowNotice } from '../../../../ui/loading'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Failure } from '../../../../ui/settled'
import { findMissing } from '../../../../platform/flow'
import { AnswerFirst } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { useOpenRequest, type OpenRequest } from '../../hooks/use-open-request'
import { PROXY_PAGES } from '../../proxy-pages'
import { pageOf, readPart, readTopic, readWay, REQUEST_PLAN, type RequestAnswers } from '../../request-flow'
import { requestText } from '../../request-text'
import { formatWish } from '../../words'

const text = requestText.check

const change = (page: string) => () => void go(page, { change: '1' })

function rowsOf(answers: RequestAnswers): SummaryRow[] {
  const topic = readTopic(answers.topic)
  const way = readWay(answers.way)
  const { words, person, officeName, address, date, part, phone } = answers
  return [
    { label: text.who, value: person, onChange: change(PROXY_PAGES.who) },
    { label: text.what, value: topic && TOPIC_TEXT[topic], onChange: change(PROXY_PAGES.what) },
    { label: text.words, value: words.trim() === '' ? text.noWords : words, onChange: change(PROXY_PAGES.what) },
    { label: text.how, value: way && WAY_TEXT[way], onChange: change(PROXY_PAGES.how) },
    { label: text.where, value: officeName, onChange: change(PROXY_PAGES.where) },
    ...(way === 'home' ? [{ label: text.address, value: address, onChange: change(PROXY_PAGES.address) }] : []),
    { label: text.day, value: formatWish(date, readPart(part)), onChange: change(PROXY_PAGES.day) },
    { label: text.phone, value: phone, onChange: change(PROXY_PAGES.phone) },
  ]
}

function Answers({ open: { answers, errors, problem, busy, handleSubmit } }: { open: OpenRequest }) {
  return (
    <>
      <ErrorSummary errors={errors} onMend={(path) => void go(pageOf(path), { change: '1' })} />
      {problem && <Failure problem={problem} onRetry={handleSubmit} />}
      <SummaryList label={text.list} rows={rowsOf(answers)} />
      <View className="ov-stack">
        <Text>{text.note}</Text>
        <Button onPress={handleSubmit} busy={busy}>
          {text.submit}
        </Button>
        {busy && <SlowNotice what={requestText.asked} />}
      </View>
    </>
  )
}

function Content() {
  const open = useOpenRequest()
  const missing = findMissing(REQUEST_PLAN, open.answers)
  if (open.refusal) {
    return (
      <RefusalContent refusal={open.refusal}>
        <Button onPress={() => void go(PROXY_PAGES.requests)}>{text.mine}</Button>
        <Button kind="secondary" onPress={open.handleMend}>
          {text.changed}
        </Button>
      </RefusalContent>
    )
  }
  return missing === null || open.busy ? <Answers open={open} /> : <AnswerFirst page={missing} />
}

export default function CheckPage() {
  const [shown, setShown] = useState(0)
  // What was changed on the page above is in the draft.
  usePageShown(() => {
    setShown((times) => times + 1)
  })
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Content key={shown} />
    </ProxyScreen>
  )
}
