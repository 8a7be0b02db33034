import type { MandateActListDto } from '@one-visit/shared/proxy/contract'
import { Text, View } from '@tarojs/components'
import { role } from '../../../../platform/accessibility'
import { useQuery } from '../../../../platform/navigation'
import { useStaffSession } from '../../../../platform/staff-session'
import { useLookUp } from '../../../../platform/use-look-up'
import { List } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { Settled } from '../../../../ui/settled'
import { Tag } from '../../../../ui/tag'
import { formatInstant } from '../../../../ui/when'
import { DeskScreen } from '../../components/desk-screen'
import { NoSuchMandate } from '../../components/gone'
import { mandateText } from '../../mandate-text'
import { taskText } from '../../text'

const text = mandateText.acts

function Acts({ items }: MandateActListDto) {
  if (items.length === 0) return <Notice title={text.none} />
  return (
    <List label={text.list}>
      {items.map(({ id, at, what, subject, refused }) => (
        <View key={id} className="ov-summary-row" {...role('listitem')}>
          <Text className="ov-summary-label">{formatInstant(at)}</Text>
          <View className="ov-summary-value">{what}</View>
          {refused && <Tag kind="danger">{text.refused}</Tag>}
          {subject !== null && <Text>{text.of(subject)}</Text>}
        </View>
      ))}
    </List>
  )
}

function Found({ id }: { id: string }) {
  const enabled = useStaffSession() !== null
  const look = useLookUp('GET /v1/staff/mandates/:id/acts', { params: { id } }, { enabled })
  return (
    <Settled lookUp={look} what={taskText.asked} gone={<NoSuchMandate />}>
      {(acts) => <Acts {...acts} />}
    </Settled>
  )
}

export default function MandateActsPage() {
  const { id = '' } = useQuery()
  return (
    <DeskScreen title={text.title} forWhom="everybody">
      {id === '' ? <NoSuchMandate /> : <Found id={id} />}
    </DeskScreen>
  )
}
