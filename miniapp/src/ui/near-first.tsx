import { Text, View } from '@tarojs/components'
import type { Nearness } from '../platform/use-nearness'
import { Button } from './button'
import { nearText } from './near-text'
import { Notice } from './notice'

interface NearFirstProps {
  nearness: Nearness
  places: readonly { readonly location: unknown }[]
}

/** Asks for the position, at a tap and with its reason; nothing where there is nothing to sort. The list below stays as it is if refused. */
export function NearFirst({ nearness, places }: NearFirstProps) {
  if (places.length < 2 || places.every(({ location }) => location === null)) return null
  if (nearness.state === 'known') return <Notice kind="success" title={nearText.done} announce />
  return (
    <View className="ov-stack">
      {nearness.state === 'refused' && (
        <Notice title={nearText.refused} announce>
          {nearText.refusedNext}
        </Notice>
      )}
      <Text className="ov-soft">{nearText.why}</Text>
      <Button kind="secondary" onPress={() => void nearness.handleAsk()} busy={nearness.state === 'asking'}>
        {nearText.ask}
      </Button>
    </View>
  )
}
