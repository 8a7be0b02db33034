import { Text, View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { useState } from 'react'
import { openMap } from '../../../platform/location'
import { callPhone } from '../../../platform/phone-call'
import { copyText } from '../../../platform/save-file'
import { Button, TextButton } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { Notice } from '../../../ui/notice'
import { visitText } from '../visit-text'

const text = visitText.place

type Told = 'copied' | 'copyRefused' | 'mapRefused'

/** How to get there: the address to copy or to open on a map, and the telephone of the place. */
export function VisitPlace({ office }: Pick<AppointmentDto, 'office'>) {
  const [told, setTold] = useState<Told | null>(null)
  const { name, address, phone, location, sampleAddress } = office
  const handleCopy = async () => {
    setTold((await copyText(`${name} ${address}`)) ? 'copied' : 'copyRefused')
  }
  const handleMap = async (position: NonNullable<typeof location>) => {
    setTold((await openMap({ ...position, name, address })) ? null : 'mapRefused')
  }
  return (
    <View className="ov-stack">
      <Heading>{text.title}</Heading>
      <Text>{name}</Text>
      <Text>{address}</Text>
      {(sampleAddress || location?.sample === true) && <Text className="ov-soft">{text.sample}</Text>}
      {told !== null && <Notice kind={told === 'copied' ? 'success' : 'warning'} title={text[told]} announce />}
      {location !== null && (
        <Button kind="secondary" onPress={() => void handleMap(location)}>
          {text.map}
        </Button>
      )}
      <Button kind="secondary" onPress={() => void handleCopy()}>
        {text.copy}
      </Button>
      <TextButton icon="phone" onPress={() => void callPhone(phone)}>
        {text.call(phone)}
      </TextButton>
    </View>
  )
}
