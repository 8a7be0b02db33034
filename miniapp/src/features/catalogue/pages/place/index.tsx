import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { CATALOGUE_PAGES } from '../../catalogue-pages'
import { NothingHere } from '../../components/nothing-here'
import { OfficeCard } from '../../components/office-card'
import { PlaceGone } from '../../components/place-gone'
import { useOffices } from '../../../../platform/county'
import { useItemAndOffices } from '../../hooks/use-places'
import { hasMachines, officesFor } from '../../places'
import { catalogueText } from '../../text'

const text = catalogueText.place

function PlaceOf({ item, office }: { item: ItemDto; office: OfficeDto | undefined }) {
  const back = (
    <Button kind="secondary" onPress={() => void go(CATALOGUE_PAGES.item, { id: item.id })}>
      {text.back}
    </Button>
  )
  if (!office) return <PlaceGone>{back}</PlaceGone>
  return (
    <>
      <OfficeCard office={office} item={item} />
      {back}
    </>
  )
}

/** One place that does an item: how to get there, and what is free today. */
function ItemPlace({ id, office }: { id: string; office: string }) {
  const both = useItemAndOffices(id)
  const gone = <NothingHere {...catalogueText.item.gone} />
  return (
    <Screen title={both.data?.item.name ?? text.title}>
      {id === '' ? (
        gone
      ) : (
        <Settled lookUp={both} what={catalogueText.asked} gone={gone}>
          {({ item, offices }) => <PlaceOf item={item} office={officesFor(item, offices).find((one) => one.id === office)} />}
        </Settled>
      )}
    </Screen>
  )
}

function Office({ office }: { office: OfficeDto | undefined }) {
  if (!office)
    return (
      <PlaceGone>
        <Button onPress={() => void go(CATALOGUE_PAGES.places)}>{text.toAll}</Button>
      </PlaceGone>
    )
  return (
    <>
      <OfficeCard office={office} />
      {hasMachines(office) && (
        <Button kind="secondary" onPress={() => void go(CATALOGUE_PAGES.machines, { office: office.id })}>
          {text.machines}
        </Button>
      )}
    </>
  )
}

/** A place for itself. */
function OwnPlace({ id }: { id: string }) {
  const offices = useOffices()
  const office = offices.data?.items.find((one) => one.id === id)
  return (
    <Screen title={office?.name ?? text.one}>
      <Settled lookUp={offices} what={catalogueText.asked}>
        {() => <Office office={office} />}
      </Settled>
    </Screen>
  )
}

export default function PlacePage() {
  const { id, office = '' } = useQuery()
  return id === undefined ? <OwnPlace id={office} /> : <ItemPlace id={id} office={office} />
}
