import { SMS_CODE_LENGTH } from '@one-visit/shared/identity/rules'
import { Text } from '@tarojs/components'
import { go, replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { Notice } from '../../../../ui/notice'
import { Failure, Settled } from '../../../../ui/settled'
import { NoSuchMandate } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { useCode, type Code } from '../../hooks/use-code'
import { useMandate } from '../../hooks/use-mandates'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'

const text = mandateText.code

function Question({ person, entry }: { person: string; entry: Code }) {
  const { code, setCode, errors, refused, busy, handleSubmit } = entry
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <Failure problem={refused} />}
      <Text>{text.why(person)}</Text>
      <Field
        name="code"
        label={text.label}
        hint={text.hint}
        kind="code"
        maxLength={SMS_CODE_LENGTH}
        error={errorFor(errors, 'code')}
        value={code}
        onChange={setCode}
        onConfirm={handleSubmit}
      />
      <Button onPress={handleSubmit} busy={busy}>
        {text.submit}
      </Button>
      <Text className="ov-soft">{text.again}</Text>
      <Button kind="secondary" onPress={() => void go(PROXY_PAGES.askCheck)}>
        {text.resend}
      </Button>
    </>
  )
}

function NotNow({ id }: { id: string }) {
  return (
    <>
      <Notice title={text.not}>{text.notNext}</Notice>
      <Button onPress={() => void replace(PROXY_PAGES.mandate, { id })}>{mandateText.end.see}</Button>
    </>
  )
}

function Content({ id }: { id: string }) {
  const mandate = useMandate(id)
  const entry = useCode(id)
  return (
    <Settled lookUp={mandate} what={mandateText.asked} gone={<NoSuchMandate />}>
      {({ mandate: { status, principal }, side }) =>
        side === 'actor' && status === 'pending' ? <Question person={principal} entry={entry} /> : <NotNow id={id} />
      }
    </Settled>
  )
}

export default function CodePage() {
  const { id = '' } = useQuery()
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      {id === '' ? <NoSuchMandate /> : <Content id={id} />}
    </ProxyScreen>
  )
}
