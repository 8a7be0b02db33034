import { Text, View } from '@tarojs/components'
import type { MandateActListDto } from '@one-visit/shared/proxy/contract'
import { role } from '../../../platform/accessibility'
import { Heading } from '../../../ui/heading'
import { List } from '../../../ui/lists'
import { Settled } from '../../../ui/settled'
import { Tag } from '../../../ui/tag'
import { formatInstant } from '../../../ui/when'
import { useActs } from '../hooks/use-mandates'
import { mandateText } from '../mandate-text'

const text = mandateText.acts

function Act({ act: { at, what, subject, refused } }: { act: MandateActListDto['items'][number] }) {
  return (
    <View className="ov-row" {...role('listitem')}>
      <View className="ov-row-text">
        <Text className="ov-label">{what}</Text>
        {subject !== null && <Text>{subject}</Text>}
        <Text className="ov-soft">{formatInstant(at)}</Text>
      </View>
      <Tag kind={refused ? 'danger' : 'success'}>{refused ? text.refused : text.done}</Tag>
    </View>
  )
}

/** Everything done or tried under a mandate, newest first. */
export function Acts({ id }: { id: string }) {
  const acts = useActs(id)
  return (
    <View className="ov-stack">
      <Heading>{text.title}</Heading>
      <Settled lookUp={acts} what={text.asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{text.none}</Text>
          ) : (
            <List label={text.title}>
              {items.map((act) => (
                <Act key={act.id} act={act} />
              ))}
            </List>
          )
        }
      </Settled>
    </View>
  )
}
