import { Text, View } from '@tarojs/components'
import { role } from '../platform/accessibility'
import { endActing, useActingNow } from '../platform/acting'
import { finishAt, replace } from '../platform/navigation'
import { PAGES } from '../platform/pages'
import { Button } from './button'
import { Notice } from './notice'
import { uiText } from './text'

/** On every screen while somebody acts for another: for whom, and how to stop with one tap. */
export function ActingStrip() {
  const acting = useActingNow()
  if (acting === null) return null
  const handleEnd = () => {
    endActing()
    void finishAt(acting.by === 'volunteer' ? PAGES.staffHome : PAGES.home)
  }
  return (
    <View className="ov-acting" {...role('region')} aria-label={uiText.acting.label}>
      <Text className="ov-label">{uiText.acting.for(acting.person)}</Text>
      <Button kind="secondary" onPress={handleEnd}>
        {uiText.acting.end}
      </Button>
    </View>
  )
}

/** In place of what is only one's own, while somebody acts for another: the two must never be taken for each other. */
export function OwnLater() {
  return (
    <>
      <Notice title={uiText.acting.own}>{uiText.acting.ownNext}</Notice>
      <Button onPress={() => void replace(PAGES.acting)}>{uiText.acting.doors}</Button>
    </>
  )
}

/** In place of what was opened for somebody for whom nobody acts any more. */
export function OverPage() {
  return (
    <>
      <Notice title={uiText.acting.over}>{uiText.acting.overNext}</Notice>
      <Button onPress={() => void finishAt(PAGES.home)}>{uiText.acting.home}</Button>
    </>
  )
}
