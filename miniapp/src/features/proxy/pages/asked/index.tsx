import { formatMandateNumber } from '@one-visit/shared/proxy/rules'
import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import { go, useQuery } from '../../../../platform/navigation'
import { callPhone } from '../../../../platform/phone-call'
import { useSession } from '../../../../platform/session'
import { Button } from '../../../../ui/button'
import { ResultContent } from '../../../../ui/outcome-pages'
import { Settled } from '../../../../ui/settled'
import { formatLocalDate } from '../../../../ui/when'
import { NoSuchRequest } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { useRequest } from '../../hooks/use-requests'
import { PROXY_PAGES } from '../../proxy-pages'
import { requestText } from '../../request-text'

const text = requestText.done

function Asked({ request: { id, number, promisedBy, office } }: { request: HelpRequestDto }) {
  const promise = promisedBy === null ? text.noPromise : text.promised(formatLocalDate(promisedBy))
  return (
    <ResultContent number={{ label: text.number, value: formatMandateNumber(number) }} next={[promise, ...text.next]}>
      <Button onPress={() => void go(PROXY_PAGES.request, { id })}>{text.see}</Button>
      <Button kind="secondary" onPress={() => void callPhone(office.phone)}>
        {text.call(office.phone)}
      </Button>
    </ResultContent>
  )
}

function Content({ id }: { id: string }) {
  const request = useRequest(id)
  return (
    <ProxyScreen title={request.data ? text.title : requestText.one.title} why={requestText}>
      <Settled lookUp={request} what={requestText.asked} gone={<NoSuchRequest />}>
        {(found) => <Asked request={found} />}
      </Settled>
    </ProxyScreen>
  )
}

export default function AskedPage() {
  const { id = '' } = useQuery()
  const isVerified = (useSession()?.assurance ?? 0) >= 2
  if (id !== '' && isVerified) return <Content id={id} />
  return (
    <ProxyScreen title={requestText.one.title} why={requestText}>
      <NoSuchRequest />
    </ProxyScreen>
  )
}
