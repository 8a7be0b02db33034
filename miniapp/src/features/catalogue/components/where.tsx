import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import { Text, View } from '@tarojs/components'
import { back, go } from '../../../platform/navigation'
import { TextButton } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { Loading } from '../../../ui/loading'
import { ProblemNotice } from '../../../ui/notice'
import { CATALOGUE_PAGES } from '../catalogue-pages'
import { useOffices } from '../../../platform/county'
import { officesFor } from '../places'
import { catalogueText } from '../text'
import { OfficeCard } from './office-card'

const text = catalogueText.item

function Offices({ item, offices }: { item: ItemDto; offices: readonly OfficeDto[] }) {
  const [first, ...others] = offices
  if (!first) return <Text>{text.whereUnknown}</Text>
  return (
    <>
      <OfficeCard office={first} item={item} />
      {others.length > 0 && (
        <TextButton role="link" onPress={() => void go(CATALOGUE_PAGES.places, { id: item.id })}>
          {text.otherPlaces(others.length)}
        </TextButton>
      )}
    </>
  )
}

/** The first place that does it, and the way to the others; or, in words, where else it is done. */
export function Where({ item }: { item: ItemDto }) {
  const { data, problem, again } = useOffices()
  return (
    <View className="ov-stack">
      <Heading>{text.where}</Heading>
      {item.place !== null && <Text>{item.place}</Text>}
      {item.place === null && data && <Offices item={item} offices={officesFor(item, data.items)} />}
      {item.place === null && !data && problem && <ProblemNotice problem={problem} onRetry={again} />}
      {item.place === null && !data && !problem && (
        <Loading what={catalogueText.asked} onRetry={again} onLeave={() => void back()} />
      )}
    </View>
  )
}
