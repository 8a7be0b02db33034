import { Text, View } from '@tarojs/components'
import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { Notice } from '../../../ui/notice'
import { visitText } from '../visit-text'

/** Large enough to be read across a counter. */
export function Ticket({ title, visit }: { title: string; visit: BoardVisitDto }) {
  return (
    <Notice kind="success" title={title} announce>
      {visit.ticket !== null && (
        <View>
          <Text>{`${visitText.checkIn.ticket} `}</Text>
          <Text className="ov-ticket">{visit.ticket}</Text>
        </View>
      )}
    </Notice>
  )
}
