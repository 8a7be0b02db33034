import { FieldQuestion } from '../../../../ui/field-question'
import { ProxyScreen } from '../../components/proxy-screen'
import { PROXY_PAGES } from '../../proxy-pages'
import { ADDRESS_LENGTH, useRequestFlow } from '../../request-flow'
import { requestText } from '../../request-text'

const text = requestText.address

function Question() {
  const { answers, answer, proceed } = useRequestFlow()
  return (
    <FieldQuestion
      name="address"
      label={text.label}
      hint={text.hint}
      kind="text"
      maxLength={ADDRESS_LENGTH.most}
      wrong={text.wrong}
      isRight={(address) => address.trim().length >= ADDRESS_LENGTH.least}
      value={answers.address}
      onChange={(address) => {
        answer({ address })
      }}
      onAnswer={() => void proceed(PROXY_PAGES.address, {})}
    />
  )
}

export default function AddressPage() {
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Question />
    </ProxyScreen>
  )
}
