import { Text, View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { formatVisitNumber, VISIT_QR_PREFIX } from '@one-visit/shared/appointments/rules'
import { Heading } from '../../../ui/heading'
import { QrCode } from '../../../ui/qr-code'
import { visitText } from '../visit-text'

const text = visitText.pass

/** What to show at the door: a code, the number it holds, and that neither is the only way. */
export function VisitPass({ visit }: { visit: AppointmentDto }) {
  const number = formatVisitNumber(visit.number)
  return (
    <View className="ov-pass">
      <Heading>{text.title}</Heading>
      <QrCode text={VISIT_QR_PREFIX + visit.number} label={text.qr(number)} />
      <Text className="ov-label">{text.number}</Text>
      <Text className="ov-pass-number">{number}</Text>
      <Text>{text.how}</Text>
    </View>
  )
}
