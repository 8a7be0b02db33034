import { go, replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { CodeQuestion, type CodeEntry } from '../../../../ui/code-question'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { NoSuchMandate } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { useCode } from '../../hooks/use-code'
import { useMandate } from '../../hooks/use-mandates'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'

const text = mandateText.code

function Question({ person, entry }: { person: string; entry: CodeEntry }) {
  return (
    <CodeQuestion entry={entry} why={text.why(person)} text={text}>
      <Button kind="secondary" onPress={() => void go(PROXY_PAGES.askCheck)}>
        {text.resend}
      </Button>
    </CodeQuestion>
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
