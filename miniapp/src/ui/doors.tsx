import { Text, View } from '@tarojs/components'
import { pressable } from '../platform/accessibility'
import { Icon, type IconName } from './icon'

export interface Door {
  icon: IconName
  title: string
  onPress: () => void
}

/** The large doors of the first screen, six at most. */
export function Doors({ doors }: { doors: readonly Door[] }) {
  return (
    <View className="ov-doors">
      {doors.map((door) => (
        <View key={door.title} className="ov-door" {...pressable({ role: 'link', onPress: door.onPress })}>
          <Icon name={door.icon} large />
          <Text>{door.title}</Text>
        </View>
      ))}
    </View>
  )
}
