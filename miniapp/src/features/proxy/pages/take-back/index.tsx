import { Text } from '@tarojs/components'
import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import { back, replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { RefusalContent, ResultContent } from '../../../../ui/outcome-pages'
import { Failure, Settled } from '../../../../ui/settled'
import { NoSuchRequest } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { RequestFacts } from '../../components/request-facts'
import { useRequest } from '../../hooks/use-requests'
import { useTakeBack, type TakeBack } from '../../hooks/use-take-back'
import { PROXY_PAGES } from '../../proxy-pages'
import { requestText } from '../../request-text'
import { isOpen } from '../../words'

const text = requestText.takeBack

function Done() {
  return (
    <ResultContent next={text.doneNext}>
      <Button onPress={() => void replace(PROXY_PAGES.requests)}>{requestText.toList}</Button>
    </ResultContent>
  )
}

function TooLate({ id }: { id: string }) {
  return (
    <RefusalContent refusal={{ title: text.not, detail: text.not, action: text.notNext, requestId: null }}>
      <Button onPress={() => void replace(PROXY_PAGES.request, { id })}>{requestText.done.see}</Button>
    </RefusalContent>
  )
}

function Question({ request, takeBack }: { request: HelpRequestDto; takeBack: TakeBack }) {
  return (
    <>
      {takeBack.problem && <Failure problem={takeBack.problem} />}
      <Notice kind="warning" title={text.ask} />
      <Text>{text.why}</Text>
      <RequestFacts request={request} />
      <Button kind="danger" onPress={takeBack.handleTakeBack} busy={takeBack.busy}>
        {text.submit}
      </Button>
      <Button kind="secondary" onPress={() => void back()}>
        {text.keep}
      </Button>
    </>
  )
}

function Content({ id, takeBack }: { id: string; takeBack: TakeBack }) {
  const request = useRequest(id)
  if (takeBack.isDone) return <Done />
  return (
    <Settled lookUp={request} what={requestText.asked} gone={<NoSuchRequest />}>
      {(found) => (isOpen(found) && !takeBack.isTooLate ? <Question request={found} takeBack={takeBack} /> : <TooLate id={id} />)}
    </Settled>
  )
}

export default function TakeBackPage() {
  const { id = '' } = useQuery()
  const takeBack = useTakeBack(id)
  return (
    <ProxyScreen title={takeBack.isDone ? text.done : text.title} why={requestText}>
      {id === '' ? <NoSuchRequest /> : <Content id={id} takeBack={takeBack} />}
    </ProxyScreen>
  )
}
