import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from '../../../platform/accessibility'
import { Tag, type TagKind } from '../../../ui/tag'

interface EntryProps {
  name: string
  relation: string
  tag: { kind: TagKind; text: string }
  notes: readonly string[]
  /** What can be done about it. */
  children: ReactNode
}

/** One person of a list, with what can be done below. */
export function Entry({ name, relation, tag, notes, children }: EntryProps) {
  return (
    <View className="ov-row" {...role('listitem')}>
      <View className="ov-row-text">
        <Text className="ov-label">{`${name}（${relation}）`}</Text>
        {notes.map((note) => (
          <Text key={note} className="ov-soft">
            {note}
          </Text>
        ))}
      </View>
      <Tag kind={tag.kind}>{tag.text}</Tag>
      <View className="ov-entry-actions">{children}</View>
    </View>
  )
}
