import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import { View } from '@tarojs/components'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { callPhone } from '../../../platform/phone-call'
import { TextButton } from '../../../ui/button'
import { hoursText } from '../places'
import { catalogueText } from '../text'
import { MapButton } from './map-button'
import { TodaysTimes } from './todays-times'

const text = catalogueText.place

const isSample = ({ sample, location }: OfficeDto): boolean => sample.includes('address') || location?.sample === true

function Booking({ office, item: { itemGroup, extraDays } }: { office: OfficeDto; item: ItemDto }) {
  if (itemGroup === null || !office.itemGroups.includes(itemGroup)) return null
  return (
    <>
      <TodaysTimes office={office.id} itemGroup={itemGroup} extraDays={extraDays} />
      <TextButton role="link" onPress={() => void go(PAGES.bookingDay, { itemGroup, office: office.id })}>
        {text.book(office.name)}
      </TextButton>
    </>
  )
}

interface OfficeCardProps {
  office: OfficeDto
  /** What is to be done there, with its free times of today; without it, the place for itself. */
  item?: ItemDto
}

/** A place: how to get there, when it opens, what is free today. */
export function OfficeCard({ office, item }: OfficeCardProps) {
  return (
    <View className="ov-stack">
      <View>
        <View className="ov-label">{office.name}</View>
        <View>{office.address}</View>
        <View>{text.hours(hoursText(office.ordinaryHours))}</View>
        {isSample(office) && <View className="ov-soft">{text.sample}</View>}
      </View>
      {item && <Booking office={office} item={item} />}
      <MapButton office={office} />
      <TextButton icon="phone" onPress={() => void callPhone(office.phone)}>
        {catalogueText.call(office.phone)}
      </TextButton>
    </View>
  )
}
