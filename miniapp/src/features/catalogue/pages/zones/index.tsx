import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { ZoneRows } from '../../components/zone-rows'
import { useZones } from '../../hooks/use-catalogue'
import { catalogueText } from '../../text'

const text = catalogueText.zones

/** What belongs together for one kind of life; and the way to everything else. */
export default function ZonesPage() {
  return (
    <Screen title={text.title}>
      <Settled lookUp={useZones()} what={catalogueText.asked}>
        {({ items }) => <ZoneRows label={text.list} zones={items} />}
      </Settled>
    </Screen>
  )
}
