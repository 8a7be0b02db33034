import { View } from '@tarojs/components'
import { heading } from '../platform/accessibility'

/** Screen writes the one heading of level 1; inside a page use 2 and 3. */
export function Heading({ level = 2, children }: { level?: 2 | 3; children: string }) {
  return (
    <View className={`ov-heading ov-heading-${String(level)}`} {...heading(level)}>
      {children}
    </View>
  )
}
