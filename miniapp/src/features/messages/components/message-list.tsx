import type { MessageDto } from '@one-visit/shared/messages/contract'
import { Text, View } from '@tarojs/components'
import { role } from '../../../platform/accessibility'
import { TextButton } from '../../../ui/button'
import { List, ListLink } from '../../../ui/lists'
import { Tag } from '../../../ui/tag'
import { formatInstant } from '../../../ui/when'
import type { Messages } from '../hooks/use-messages'
import { messagesText } from '../text'

const tagOf = ({ read }: MessageDto) =>
  read ? ({ kind: 'quiet', text: messagesText.read } as const) : ({ kind: 'active', text: messagesText.unread } as const)

/** A message that leads nowhere is read on the spot. */
function PlainMessage({ message, onRead }: { message: MessageDto; onRead: () => void }) {
  const tag = tagOf(message)
  return (
    <View className="ov-row" {...role('listitem')}>
      <View className="ov-row-text">
        <Text className="ov-label">{message.title}</Text>
        <Text>{message.body}</Text>
        <Text className="ov-soft">{formatInstant(message.at)}</Text>
        {!message.read && (
          <TextButton onPress={onRead} label={messagesText.markReadOf(message.title)}>
            {messagesText.markRead}
          </TextButton>
        )}
      </View>
      <Tag kind={tag.kind}>{tag.text}</Tag>
    </View>
  )
}

interface MessageListProps extends Pick<Messages, 'open' | 'markRead'> {
  items: readonly MessageDto[]
}

export function MessageList({ items, open, markRead }: MessageListProps) {
  return (
    <List label={messagesText.list}>
      {items.map((message) =>
        message.link === null ? (
          <PlainMessage
            key={message.id}
            message={message}
            onRead={() => {
              markRead(message)
            }}
          />
        ) : (
          <ListLink
            key={message.id}
            title={message.title}
            hint={`${message.body} ${formatInstant(message.at)}`}
            tag={tagOf(message)}
            onPress={() => {
              open(message)
            }}
          />
        ),
      )}
    </List>
  )
}
