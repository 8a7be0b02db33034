import { MANDATE_OPERATIONS } from '@one-visit/shared/kernel/mandate-operation'
import { OPERATION_TEXT } from '@one-visit/shared/proxy/rules'
import { listOf, MOST_ITEMS, useAskFlow } from '../../ask-flow'
import { ProxyScreen } from '../../components/proxy-screen'
import { TicksQuestion } from '../../components/ticks-question'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'

const text = mandateText.ask.what
const CHOICES = MANDATE_OPERATIONS.map((value) => ({ value, title: OPERATION_TEXT[value] }))

function Question() {
  const { answers, proceed } = useAskFlow()
  return (
    <TicksQuestion
      name="operations"
      label={text.label}
      hint={text.why}
      choices={CHOICES}
      before={listOf(answers.operations)}
      most={MOST_ITEMS}
      wrong={text.wrong}
      onAnswer={(ids) => void proceed(PROXY_PAGES.askWhat, { operations: ids.join(',') })}
    />
  )
}

export default function AskWhatPage() {
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      <Question />
    </ProxyScreen>
  )
}
