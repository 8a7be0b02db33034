import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import { Text, View } from '@tarojs/components'
import { useQuery } from '../../../../platform/navigation'
import { BringList } from '../../../../ui/bring-list'
import { Heading } from '../../../../ui/heading'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { BookButton, OtherActions } from '../../components/item-actions'
import { ItemFacts, ItemSteps, ItemSummary, SampleNotice } from '../../components/item-facts'
import { NothingHere } from '../../components/nothing-here'
import { Where } from '../../components/where'
import { useItem } from '../../hooks/use-catalogue'
import { catalogueText } from '../../text'

const text = catalogueText.item

function Content({ item }: { item: ItemDto }) {
  return (
    <>
      <ItemSummary item={item} />
      <BookButton item={item} />
      <View className="ov-stack">
        <Heading>{text.who}</Heading>
        <Text>{item.who}</Text>
      </View>
      <BringList title={text.bring} of={item.id} documents={item.documents} />
      <ItemFacts item={item} />
      <Where item={item} />
      <ItemSteps item={item} />
      <OtherActions item={item} />
      <SampleNotice item={item} />
    </>
  )
}

/** Everything about an item, in the order in which it is asked; and what starts it. */
export default function ItemPage() {
  const id = useQuery()['id'] ?? ''
  const item = useItem(id)
  const gone = <NothingHere {...text.gone} />
  return (
    <Screen title={item.data?.name ?? text.title} description={item.data?.summary}>
      {id === '' ? (
        gone
      ) : (
        <Settled lookUp={item} what={catalogueText.asked} gone={gone}>
          {(data) => <Content item={data} />}
        </Settled>
      )}
    </Screen>
  )
}
