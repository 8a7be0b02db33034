import type { MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import { Text } from '@tarojs/components'
import { useActing } from '../../../../platform/acting'
import { go, replace } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { Button } from '../../../../ui/button'
import { List, ListLink } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { mandateText } from '../../mandate-text'

const text = mandateText.acting

const DOORS: Readonly<Record<MandateOperation, readonly (keyof typeof text.doors)[]>> = {
  book_visits: ['booking', 'visits'],
  look_up_cases: ['myCases', 'idCard', 'exitEntry'],
  show_health_code: ['healthCode'],
  show_licences: ['wallet'],
  apply_across_regions: ['crossProvince'],
}

function Doors({ operations }: { operations: readonly MandateOperation[] }) {
  return (
    <List label={text.list}>
      {operations
        .flatMap((operation) => DOORS[operation])
        .map((door) => (
          <ListLink key={door} {...text.doors[door]} onPress={() => void go(PAGES[door])} />
        ))}
    </List>
  )
}

/** What may be done for the person: only that, for only that is answered. */
export default function ActingPage() {
  const acting = useActing()
  if (acting === null) {
    return (
      <Screen title={mandateText.list.held.title}>
        <Notice title={text.none}>{text.noneNext}</Notice>
        <Button onPress={() => void replace(PAGES.mandates, { of: 'held' })}>{mandateText.toHeld}</Button>
      </Screen>
    )
  }
  return (
    <Screen title={text.title(acting.person)}>
      <Text>{text.only}</Text>
      <Doors operations={acting.operations} />
      <Text>{text.how}</Text>
    </Screen>
  )
}
