import { Text } from '@tarojs/components'
import { back, replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { ResultContent } from '../../../../ui/outcome-pages'
import { Failure, Settled } from '../../../../ui/settled'
import { NoSuchMandate } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { useEnd, type End } from '../../hooks/use-end'
import { useMandate, type SeenMandate } from '../../hooks/use-mandates'
import { mandateText } from '../../mandate-text'
import { PROXY_PAGES } from '../../proxy-pages'
import { isLive } from '../../words'

const text = mandateText.end

function Done({ id }: { id: string }) {
  return (
    <ResultContent next={text.doneNext}>
      <Button onPress={() => void replace(PROXY_PAGES.mandate, { id })}>{text.see}</Button>
    </ResultContent>
  )
}

interface Words {
  ask: string
  what: string
  submit: string
  keep: string
}

function wordsOf({ mandate: { status, principal, actor }, side }: SeenMandate): Words {
  const { submit, keep } = text
  if (side === 'person') return { ask: text.person(actor.name), what: text.personWhat, submit: submit.person, keep: keep.person }
  if (status === 'pending')
    return { ask: text.pending(principal), what: text.pendingWhat, submit: submit.pending, keep: keep.pending }
  return { ask: text.actor(principal), what: text.actorWhat, submit: submit.actor, keep: keep.actor }
}

function Question({ seen, end }: { seen: SeenMandate; end: End }) {
  const { ask, what, submit, keep } = wordsOf(seen)
  return (
    <>
      {end.problem && <Failure problem={end.problem} />}
      <Notice kind="warning" title={ask} />
      <Text>{what}</Text>
      <Button kind="danger" onPress={end.handleEnd} busy={end.busy}>
        {submit}
      </Button>
      <Button kind="secondary" onPress={() => void back()}>
        {keep}
      </Button>
    </>
  )
}

function Content({ id, end }: { id: string; end: End }) {
  const mandate = useMandate(id)
  if (end.isDone) return <Done id={id} />
  return (
    <Settled lookUp={mandate} what={mandateText.asked} gone={<NoSuchMandate />}>
      {(seen) => {
        if (seen.side === 'family') return <NoSuchMandate />
        return isLive(seen.mandate) ? <Question seen={seen} end={end} /> : <Done id={id} />
      }}
    </Settled>
  )
}

export default function EndPage() {
  const { id = '' } = useQuery()
  const end = useEnd(id)
  return (
    <ProxyScreen title={end.isDone ? text.done : text.title} why={mandateText}>
      {id === '' ? <NoSuchMandate /> : <Content id={id} end={end} />}
    </ProxyScreen>
  )
}
