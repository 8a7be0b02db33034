import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import { Text } from '@tarojs/components'
import { go, useQuery } from '../../../../platform/navigation'
import { List, ListLink } from '../../../../ui/lists'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { CATALOGUE_PAGES } from '../../catalogue-pages'
import { NothingHere } from '../../components/nothing-here'
import { PlaceList } from '../../components/place-list'
import { SELF_SERVICE_DOOR } from '../../doors'
import { useOffices } from '../../../../platform/county'
import { useItemAndOffices } from '../../hooks/use-places'
import { hallFirst, hasMachines, officesFor } from '../../places'
import { catalogueText } from '../../text'

const text = catalogueText.place
const { tags } = catalogueText

const hintsOf = ({ address }: OfficeDto) => [address]

function PlacesOf({ item, offices }: { item: ItemDto; offices: readonly OfficeDto[] }) {
  if (offices.length === 0) return <Text>{item.place ?? catalogueText.item.whereUnknown}</Text>
  return (
    <PlaceList
      label={text.list(item.name)}
      offices={offices}
      hintsOf={hintsOf}
      tagOf={({ opensOnExtraDays }) => (opensOnExtraDays && item.extraDays ? { kind: 'active', text: tags.extraDays } : null)}
      onPick={({ id: office }) => void go(CATALOGUE_PAGES.place, { id: item.id, office })}
    />
  )
}

/** Every place that does an item. */
function ItemPlaces({ id }: { id: string }) {
  const both = useItemAndOffices(id)
  const gone = <NothingHere {...catalogueText.item.gone} />
  if (id === '') return gone
  return (
    <Settled lookUp={both} what={catalogueText.asked} gone={gone}>
      {({ item, offices }) => <PlacesOf item={item} offices={officesFor(item, offices)} />}
    </Settled>
  )
}

/** Every place of the county, and the way to its machines. */
function AllPlaces() {
  const { title, hint, page } = SELF_SERVICE_DOOR
  return (
    <>
      <List label={title}>
        <ListLink title={title} hint={hint} onPress={() => void go(page)} />
      </List>
      <Settled lookUp={useOffices()} what={catalogueText.asked}>
        {({ items }) => (
          <PlaceList
            label={text.all}
            offices={hallFirst(items)}
            hintsOf={hintsOf}
            tagOf={(office) => (hasMachines(office) ? { kind: 'quiet', text: tags.machines } : null)}
            onPick={({ id: office }) => void go(CATALOGUE_PAGES.place, { office })}
          />
        )}
      </Settled>
    </>
  )
}

export default function PlacesPage() {
  const { id } = useQuery()
  return (
    <Screen title={id === undefined ? text.all : text.title}>{id === undefined ? <AllPlaces /> : <ItemPlaces id={id} />}</Screen>
  )
}
