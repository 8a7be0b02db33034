import { go } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { ProxyScreen } from '../../components/proxy-screen'
import { RequestRows } from '../../components/request-rows'
import { useRequests } from '../../hooks/use-requests'
import { PROXY_PAGES } from '../../proxy-pages'
import { requestText } from '../../request-text'
import { isOpen } from '../../words'

const text = requestText.list

function Content() {
  const requests = useRequests()
  return (
    <Settled lookUp={requests} what={requestText.asked}>
      {({ items }) => (
        <>
          {items.length === 0 && <Notice title={text.none}>{text.noneNext}</Notice>}
          <RequestRows title={text.open} requests={items.filter(isOpen)} />
          <Button kind={items.some(isOpen) ? 'secondary' : 'primary'} onPress={() => void go(PROXY_PAGES.who)}>
            {text.ask}
          </Button>
          <RequestRows title={text.closed} requests={items.filter((request) => !isOpen(request))} />
        </>
      )}
    </Settled>
  )
}

export default function RequestsPage() {
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Content />
    </ProxyScreen>
  )
}
