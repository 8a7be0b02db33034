import { MOBILE_PATTERN } from '@one-visit/shared/identity/rules'
import { tidy } from '../../../../platform/tidy'
import { FieldQuestion } from '../../../../ui/field-question'
import { ProxyScreen } from '../../components/proxy-screen'
import { PROXY_PAGES } from '../../proxy-pages'
import { useRequestFlow } from '../../request-flow'
import { requestText } from '../../request-text'

const text = requestText.phone

/** As people write numbers, with spaces or dashes between. */
const digitsOf = (typed: string): string => tidy(typed).replace(/-/g, '')

function Question() {
  const { answers, answer, proceed } = useRequestFlow()
  return (
    <FieldQuestion
      name="phone"
      label={text.label}
      hint={text.hint}
      kind="phone"
      maxLength={13}
      wrong={text.wrong}
      isRight={(phone) => MOBILE_PATTERN.test(digitsOf(phone))}
      value={answers.phone}
      onChange={(phone) => {
        answer({ phone })
      }}
      onAnswer={() => void proceed(PROXY_PAGES.phone, { phone: digitsOf(answers.phone) })}
    />
  )
}

export default function PhonePage() {
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Question />
    </ProxyScreen>
  )
}
