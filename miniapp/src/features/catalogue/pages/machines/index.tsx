import type { SelfServiceAreaDto } from '@one-visit/shared/county/contract'
import { Text, View } from '@tarojs/components'
import { role } from '../../../../platform/accessibility'
import { go, useQuery } from '../../../../platform/navigation'
import { callPhone } from '../../../../platform/phone-call'
import { Button, TextButton } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { CATALOGUE_PAGES } from '../../catalogue-pages'
import { MapButton } from '../../components/map-button'
import { PlaceGone } from '../../components/place-gone'
import { useOffices } from '../../../../platform/county'
import { hasMachines, hoursText, type OfficeWithMachines } from '../../places'
import { catalogueText } from '../../text'

const text = catalogueText.selfService

type MachineDto = SelfServiceAreaDto['machines'][number]

function Machine({ machine: { name, does, needs } }: { machine: MachineDto }) {
  return (
    <View className="ov-stack">
      <Heading>{name}</Heading>
      <View {...role('list')} aria-label={text.does(name)}>
        {does.map((one) => (
          <View key={one} {...role('listitem')}>{`· ${one}`}</View>
        ))}
      </View>
      <Text>{needs.length === 0 ? text.needsNothing : text.needs(needs)}</Text>
    </View>
  )
}

function Area({ office }: { office: OfficeWithMachines }) {
  const { address, phone, selfService } = office
  const { where, hours, machines, sample } = selfService
  const rows = [
    { label: text.where, value: `${address}，${where}` },
    { label: text.hours, value: hours === null ? text.always : text.daily(hoursText(hours)) },
  ]
  return (
    <>
      <SummaryList label={text.where} rows={rows} />
      {sample.length > 0 && <Text className="ov-soft">{text.sample}</Text>}
      {machines.map((machine) => (
        <Machine key={machine.name} machine={machine} />
      ))}
      <MapButton office={office} />
      <TextButton icon="phone" onPress={() => void callPhone(phone)}>
        {catalogueText.call(phone)}
      </TextButton>
    </>
  )
}

/** The machines of an office: where they stand, what each does and what to bring to it. */
export default function MachinesPage() {
  const id = useQuery()['office'] ?? ''
  const offices = useOffices()
  const office = offices.data?.items.find((one) => one.id === id)
  return (
    <Screen title={office ? text.at(office.name) : text.title}>
      <Settled lookUp={offices} what={catalogueText.asked}>
        {() =>
          office && hasMachines(office) ? (
            <Area office={office} />
          ) : (
            <PlaceGone>
              <Button onPress={() => void go(CATALOGUE_PAGES.selfService)}>{text.all}</Button>
            </PlaceGone>
          )
        }
      </Settled>
    </Screen>
  )
}
