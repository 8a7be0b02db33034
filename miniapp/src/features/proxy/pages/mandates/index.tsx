import type { MandateDto, MandatesDto } from '@one-visit/shared/proxy/contract'
import { go, replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { MandateRows } from '../../components/mandate-rows'
import { ProxyScreen } from '../../components/proxy-screen'
import { useMandates } from '../../hooks/use-mandates'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'
import { isLive } from '../../words'

type Of = keyof MandatesDto

const OTHER = { given: { of: 'held' }, held: {} } as const

function Mandates({ of, mandates }: { of: Of; mandates: readonly MandateDto[] }) {
  const text = mandateText.list[of]
  const by = of === 'given' ? 'actor' : 'principal'
  return (
    <>
      {!mandates.some(isLive) && <Notice title={text.none}>{text.noneNext}</Notice>}
      <MandateRows title={text.waiting} mandates={mandates.filter(({ status }) => status === 'pending')} by={by} />
      <MandateRows title={text.now} mandates={mandates.filter(({ status }) => status === 'active')} by={by} />
      {of === 'held' && <Button onPress={() => void go(PROXY_PAGES.askWho)}>{mandateText.list.ask}</Button>}
      <Button kind="secondary" onPress={() => void replace(PROXY_PAGES.mandates, OTHER[of])}>
        {text.other}
      </Button>
      <MandateRows title={mandateText.list.past} mandates={mandates.filter((mandate) => !isLive(mandate))} by={by} />
    </>
  )
}

function Content({ of }: { of: Of }) {
  const mandates = useMandates()
  return (
    <Settled lookUp={mandates} what={mandateText.asked}>
      {(found) => <Mandates of={of} mandates={found[of]} />}
    </Settled>
  )
}

/** Who may act for me, or, with `of=held`, for whom I may act. */
export default function MandatesPage() {
  const of = useQuery()['of'] === 'held' ? 'held' : 'given'
  return (
    <ProxyScreen title={mandateText.list[of].title} why={mandateText}>
      <Content of={of} />
    </ProxyScreen>
  )
}
