import type { RegionListDto } from '@one-visit/shared/cross-province/contract'
import type { DecidingSide } from '@one-visit/shared/cross-province/rules'
import { Text } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { List, ListLink } from '../../../../ui/lists'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { NoRegionForItem, NoRegions, NoSuchRegion } from '../../components/gone'
import { ACROSS_PAGES } from '../../cross-province-pages'
import { useItemName, useRegions } from '../../hooks/use-regions'
import { useAsked, useCountyName } from '../../subject'
import { acrossText } from '../../text'

const text = acrossText.region

function Regions({ side, item, regions }: { side: DecidingSide; item: string; regions: RegionListDto['items'] }) {
  const county = useCountyName()
  const name = useItemName(item)
  if (regions.length === 0) return item === '' ? <NoRegions /> : <NoRegionForItem item={item} />
  const handlePick = (region: string) =>
    item === '' ? go(ACROSS_PAGES.items, { side, region }) : go(ACROSS_PAGES.item, { side, region, item })
  return (
    <>
      {name !== undefined && <Text>{acrossText.start.about(name)}</Text>}
      <List label={text.list}>
        {regions.map((region) => (
          <ListLink
            key={region.id}
            title={region.name}
            hint={text.hint(region.province, region.items)}
            onPress={() => void handlePick(region.id)}
          />
        ))}
      </List>
      <Text className="ov-soft">{text.why(county)}</Text>
    </>
  )
}

/** With which region. `?item=`: what the person was reading about. */
export default function RegionPage() {
  const { side, item } = useAsked()
  const regions = useRegions({ side, item })
  if (side === null) {
    return (
      <Screen title={acrossText.title}>
        <NoSuchRegion />
      </Screen>
    )
  }
  return (
    <Screen title={text.title[side]}>
      <Settled lookUp={regions} what={acrossText.asked}>
        {({ items }) => <Regions side={side} item={item} regions={items} />}
      </Settled>
    </Screen>
  )
}
