import { Text } from '@tarojs/components'
import { actingUnder, beginActing } from '../../../platform/acting'
import { finishAt, go } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import type { SeenMandate } from '../hooks/use-mandates'
import { mandateText } from '../mandate-text'
import { PROXY_PAGES } from '../proxy-pages'

const text = mandateText.one

/** Above all else for who holds it: to begin. */
export function BeginActing({ seen: { mandate, side } }: { seen: SeenMandate }) {
  if (side !== 'actor' || mandate.status !== 'active') return null
  const handleBegin = () => {
    beginActing(actingUnder(mandate, 'resident'))
    // With nothing of one's own below it.
    void finishAt(PROXY_PAGES.acting)
  }
  return (
    <>
      <Text>{text.beginWhy}</Text>
      <Button onPress={handleBegin}>{text.begin(mandate.principal)}</Button>
    </>
  )
}

/** While the person has not agreed: what they can do, and what the one who asked can. */
export function WaitingForPerson({ seen: { mandate, side } }: { seen: SeenMandate }) {
  if (side !== 'actor' || mandate.status !== 'pending') return null
  return (
    <>
      <Heading>{mandateText.waiting.title(mandate.principal)}</Heading>
      {mandateText.waiting.next.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      <Button onPress={() => void go(PROXY_PAGES.code, { id: mandate.id })}>{mandateText.waiting.code}</Button>
    </>
  )
}

/** The slip, and the end of it, for either side. */
export function MandateWays({ seen: { mandate, side } }: { seen: SeenMandate }) {
  const { id, status } = mandate
  if (side === 'family' || (status !== 'active' && status !== 'pending')) return null
  const end = status === 'pending' ? 'pending' : side
  return (
    <>
      {status === 'active' && (
        <Button kind="secondary" onPress={() => void go(PROXY_PAGES.slip, { id })}>
          {text.slip}
        </Button>
      )}
      <Button kind="danger" onPress={() => void go(PROXY_PAGES.end, { id })}>
        {text.end[end]}
      </Button>
    </>
  )
}
