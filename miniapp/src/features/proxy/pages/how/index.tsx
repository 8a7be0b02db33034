import { REQUEST_WAYS, WAY_TEXT } from '@one-visit/shared/proxy/rules'
import { ProxyScreen } from '../../components/proxy-screen'
import { RadioQuestion } from '../../../../ui/radio-question'
import { PROXY_PAGES } from '../../proxy-pages'
import { readWay, useRequestFlow } from '../../request-flow'
import { requestText } from '../../request-text'

const text = requestText.how
const CHOICES = REQUEST_WAYS.map((value) => ({ value, title: WAY_TEXT[value], hint: text.hints[value] }))

function Question() {
  const { answers, proceed } = useRequestFlow()
  return (
    <RadioQuestion
      name="way"
      label={text.label}
      choices={CHOICES}
      before={readWay(answers.way)}
      wrong={text.wrong}
      onAnswer={(way) => void proceed(PROXY_PAGES.how, { way })}
    />
  )
}

export default function HowPage() {
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Question />
    </ProxyScreen>
  )
}
