import type { PartnerOfficeDto } from '@one-visit/shared/cross-province/contract'
import { View } from '@tarojs/components'
import { callPhone } from '../../../platform/phone-call'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { acrossText } from '../text'

const text = acrossText.office

/** Where the region receives people: the address, when, and the telephone. */
export function PartnerOffice({ title, office }: { title: string; office: PartnerOfficeDto }) {
  const { name, address, hours, phone, sample } = office
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <View>
        <View className="ov-label">{name}</View>
        <View>{address}</View>
        <View>{text.hours(hours)}</View>
        {sample.length > 0 && <View className="ov-soft">{text.sample(sample)}</View>}
      </View>
      <Button kind="secondary" onPress={() => void callPhone(phone)}>
        {acrossText.call(phone)}
      </Button>
    </View>
  )
}
