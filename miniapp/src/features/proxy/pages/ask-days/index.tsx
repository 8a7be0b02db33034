import { DAYS, useAskFlow } from '../../ask-flow'
import { ProxyScreen } from '../../components/proxy-screen'
import { RadioQuestion } from '../../../../ui/radio-question'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'

const text = mandateText.ask.days
const CHOICES = DAYS.map((value) => ({ value, title: text.choice(value) }))

function Question() {
  const { answers, proceed } = useAskFlow()
  return (
    <RadioQuestion
      name="days"
      label={text.label}
      hint={text.hint}
      choices={CHOICES}
      before={answers.days === '' ? null : answers.days}
      wrong={text.wrong}
      onAnswer={(days) => void proceed(PROXY_PAGES.askDays, { days })}
    />
  )
}

export default function AskDaysPage() {
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      <Question />
    </ProxyScreen>
  )
}
