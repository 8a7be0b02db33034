import { DECIDING_SIDES } from '@one-visit/shared/cross-province/rules'
import { Text } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { useServed } from '../../../../platform/served'
import { List, ListLink } from '../../../../ui/lists'
import { Screen } from '../../../../ui/screen'
import { ACROSS_PAGES } from '../../cross-province-pages'
import { useApplications } from '../../hooks/use-applications'
import { useItemName } from '../../hooks/use-regions'
import { useAsked, useCountyName } from '../../subject'
import { acrossText } from '../../text'

const text = acrossText.start

/** Only when there are some: whoever comes for the first time has nothing to look for. */
function Mine() {
  const { data } = useApplications()
  if (data === undefined || data.items.length === 0) return null
  const sending = data.items.filter(({ state }) => state === 'sending').length
  return (
    <List label={acrossText.mine}>
      <ListLink
        title={acrossText.mine}
        {...(sending === 0 ? {} : { hint: text.sending(sending) })}
        onPress={() => void go(ACROSS_PAGES.applications)}
      />
    </List>
  )
}

/** Where the person is, and whose thing it is. `?item=`: what they were reading about. */
export default function StartPage() {
  const { item } = useAsked()
  const name = useItemName(item)
  const county = useCountyName()
  const served = useServed()
  return (
    <Screen title={text.title}>
      {name !== undefined && <Text>{text.about(name)}</Text>}
      <List label={text.list}>
        {DECIDING_SIDES.map((side) => (
          <ListLink
            key={side}
            title={acrossText.sides[side](county)}
            hint={text.hints[side](county)}
            onPress={() => void go(ACROSS_PAGES.region, { side, ...(item === '' ? {} : { item }) })}
          />
        ))}
      </List>
      {served !== null && <Mine />}
    </Screen>
  )
}
