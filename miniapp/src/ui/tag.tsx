import { Text, View } from '@tarojs/components'

export type TagKind = 'active' | 'success' | 'warning' | 'danger' | 'quiet'

const SHAPES: Readonly<Record<TagKind, string>> = { active: '●', success: '✓', warning: '▲', danger: '✕', quiet: '○' }

/** A status: word, shape and colour together, so that none of them is needed alone. */
export function Tag({ kind, children }: { kind: TagKind; children: string }) {
  return (
    <View className={`ov-tag ov-tag-${kind}`}>
      <Text aria-hidden="true">{SHAPES[kind]}</Text>
      <Text>{children}</Text>
    </View>
  )
}
