import { Text, View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { formatVisitNumber } from '@one-visit/shared/appointments/rules'
import { Heading } from '../../../ui/heading'
import { SummaryList } from '../../../ui/lists'
import { visitText } from '../visit-text'
import { formatSpan } from '../when'

const text = visitText.visit

/** When, where, for whom. */
export function VisitFacts({ visit }: { visit: AppointmentDto }) {
  return (
    <View>
      <Heading>{text.facts}</Heading>
      <SummaryList
        label={text.facts}
        rows={[
          { label: text.when, value: formatSpan(visit) },
          { label: text.where, value: visit.office.name },
          { label: text.what, value: visit.itemGroup.name },
          { label: text.who, value: visit.beneficiary },
          { label: text.number, value: formatVisitNumber(visit.number) },
          { label: text.channel, value: text.channels[visit.channel] },
          ...(visit.bookedBy === 'self' ? [] : [{ label: text.bookedBy, value: text.bookedByWhom[visit.bookedBy] }]),
        ]}
      />
    </View>
  )
}

export function VisitBring({ bring }: Pick<AppointmentDto, 'bring'>) {
  if (bring.length === 0) return null
  return (
    <View>
      <Heading>{text.bring}</Heading>
      {bring.map((thing) => (
        <View key={thing}>
          <Text>{`· ${thing}`}</Text>
        </View>
      ))}
    </View>
  )
}
