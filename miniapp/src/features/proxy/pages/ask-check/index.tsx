import { LICENCE_TYPE_TEXT, LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import type { ItemGroupDto } from '@one-visit/shared/county/contract'
import { OPERATION_TEXT } from '@one-visit/shared/proxy/rules'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { go } from '../../../../platform/navigation'
import { usePageShown } from '../../../../platform/page-shown'
import { useItemGroups } from '../../../../platform/county'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { SummaryList, type SummaryRow } from '../../../../ui/lists'
import { SlowNotice } from '../../../../ui/loading'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Failure, Settled } from '../../../../ui/settled'
import { ASK_PLAN, listOf, pageOf, scopeOf, type AskAnswers } from '../../ask-flow'
import { AnswerFirst } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { findMissing } from '../../../../platform/flow'
import { useAsk, type Ask } from '../../hooks/use-ask'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'

const text = mandateText.ask.check

const change = (page: string) => () => void go(page, { change: '1' })

function rowsOf(answers: AskAnswers, groups: readonly ItemGroupDto[]): SummaryRow[] {
  const operations = scopeOf(answers).map(({ operation }) => operation)
  const visits = groups.filter(({ id }) => listOf(answers.visits).includes(id)).map(({ name }) => name)
  const licences = LICENCE_TYPES.filter((type) => listOf(answers.licences).includes(type))
  return [
    { label: text.who, value: answers.person, onChange: change(PROXY_PAGES.askWho) },
    {
      label: text.what,
      value: operations.map((operation) => <View key={operation}>{OPERATION_TEXT[operation]}</View>),
      onChange: change(PROXY_PAGES.askWhat),
    },
    ...(operations.includes('book_visits')
      ? [{ label: text.visits, value: visits.join('、'), onChange: change(PROXY_PAGES.askVisits) }]
      : []),
    ...(operations.includes('show_licences')
      ? [
          {
            label: text.licences,
            value: licences.map((type) => LICENCE_TYPE_TEXT[type].name).join('、'),
            onChange: change(PROXY_PAGES.askLicences),
          },
        ]
      : []),
    { label: text.days, value: mandateText.ask.days.choice(answers.days), onChange: change(PROXY_PAGES.askDays) },
  ]
}

function Answers({ ask: { answers, errors, problem, busy, handleSubmit } }: { ask: Ask }) {
  const groups = useItemGroups()
  return (
    <Settled lookUp={groups} what={mandateText.ask.visits.asked}>
      {({ items }) => (
        <>
          <ErrorSummary errors={errors} onMend={(path) => void go(pageOf(answers, path), { change: '1' })} />
          {problem && <Failure problem={problem} onRetry={handleSubmit} />}
          <SummaryList label={text.list} rows={rowsOf(answers, items)} />
          <View className="ov-stack">
            <Text>{text.note}</Text>
            <Button onPress={handleSubmit} busy={busy}>
              {text.submit}
            </Button>
            {busy && <SlowNotice what={mandateText.asked} />}
          </View>
        </>
      )}
    </Settled>
  )
}

function Refused({ ask }: { ask: Ask }) {
  if (ask.refusal === null) return null
  return (
    <RefusalContent refusal={ask.refusal}>
      {ask.refusal.code === 'mandate_limit_reached' ? (
        <Button onPress={() => void go(PROXY_PAGES.mandates, { of: 'held' })}>{mandateText.toHeld}</Button>
      ) : (
        <Button onPress={() => void go(PROXY_PAGES.start)}>{text.help}</Button>
      )}
      <Button kind="secondary" onPress={ask.handleMend}>
        {text.change}
      </Button>
    </RefusalContent>
  )
}

function Content() {
  const ask = useAsk()
  const missing = findMissing(ASK_PLAN, ask.answers)
  if (ask.refusal) return <Refused ask={ask} />
  return missing === null ? <Answers ask={ask} /> : <AnswerFirst page={missing} />
}

export default function AskCheckPage() {
  const [shown, setShown] = useState(0)
  // What was changed on the page above is in the draft.
  usePageShown(() => {
    setShown((times) => times + 1)
  })
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      <Content key={shown} />
    </ProxyScreen>
  )
}
