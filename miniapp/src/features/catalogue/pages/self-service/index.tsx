import type { OfficeDto } from '@one-visit/shared/county/contract'
import { Text } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { CATALOGUE_PAGES } from '../../catalogue-pages'
import { PlaceList } from '../../components/place-list'
import { SELF_SERVICE_DOOR } from '../../doors'
import { useOffices } from '../../../../platform/county'
import { officesWithMachines } from '../../places'
import { catalogueText } from '../../text'

const text = catalogueText.selfService

/** Where, and which machines. */
const hintsOf = ({ address, selfService }: OfficeDto) =>
  selfService ? [selfService.where, text.machines(selfService.machines.map(({ name }) => name))] : [address]

function Areas({ offices }: { offices: readonly OfficeDto[] }) {
  if (offices.length === 0) return <Text>{text.none}</Text>
  return (
    <>
      <Text>{text.why}</Text>
      <PlaceList
        label={SELF_SERVICE_DOOR.title}
        offices={offices}
        hintsOf={hintsOf}
        tagOf={({ selfService }) => (selfService?.hours === null ? { kind: 'success', text: text.dayAndNight } : null)}
        onPick={({ id: office }) => void go(CATALOGUE_PAGES.machines, { office })}
      />
      {offices.some(({ selfService }) => (selfService?.sample.length ?? 0) > 0) && <Text className="ov-soft">{text.sample}</Text>}
    </>
  )
}

/** Where machines stand that are there when the windows are closed. */
export default function SelfServicePage() {
  return (
    <Screen title={SELF_SERVICE_DOOR.title}>
      <Settled lookUp={useOffices()} what={catalogueText.asked}>
        {({ items }) => <Areas offices={officesWithMachines(items)} />}
      </Settled>
    </Screen>
  )
}
