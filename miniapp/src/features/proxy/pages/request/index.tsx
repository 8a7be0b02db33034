import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import { go, useQuery } from '../../../../platform/navigation'
import { callPhone } from '../../../../platform/phone-call'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { Tag } from '../../../../ui/tag'
import { NoSuchRequest } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { RequestFacts } from '../../components/request-facts'
import { useRequest } from '../../hooks/use-requests'
import { PROXY_PAGES } from '../../proxy-pages'
import { requestText } from '../../request-text'
import { isOpen, requestTag } from '../../words'

const text = requestText.one

/** What matters most now. */
function Now({ request }: { request: HelpRequestDto }) {
  const { overdue, returned, status, volunteer } = request
  const { kind, text: word } = requestTag(request)
  return (
    <>
      <Tag kind={kind}>{word}</Tag>
      {overdue && (
        <Notice kind="warning" title={text.overdue}>
          {text.overdueNext}
        </Notice>
      )}
      {status === 'open' && returned !== null && <Notice title={text.returned(returned)}>{text.returnedNext}</Notice>}
      {status === 'accepted' && volunteer !== null && (
        <Notice kind="success" title={text.accepted(volunteer)}>
          {text.acceptedNext}
        </Notice>
      )}
    </>
  )
}

function Ways({ request }: { request: HelpRequestDto }) {
  const { id, office } = request
  return (
    <>
      <Button kind="secondary" onPress={() => void callPhone(office.phone)}>
        {requestText.done.call(office.phone)}
      </Button>
      {isOpen(request) ? (
        <Button kind="secondary" onPress={() => void go(PROXY_PAGES.takeBack, { id })}>
          {text.takeBack}
        </Button>
      ) : (
        <Button onPress={() => void go(PROXY_PAGES.who)}>{text.again}</Button>
      )}
    </>
  )
}

function Content({ id }: { id: string }) {
  const request = useRequest(id)
  return (
    <Settled lookUp={request} what={requestText.asked} gone={<NoSuchRequest />}>
      {(found) => (
        <>
          <Now request={found} />
          <RequestFacts request={found} />
          <Ways request={found} />
        </>
      )}
    </Settled>
  )
}

export default function RequestPage() {
  const { id = '' } = useQuery()
  return (
    <ProxyScreen title={text.title} why={requestText}>
      {id === '' ? <NoSuchRequest /> : <Content id={id} />}
    </ProxyScreen>
  )
}
