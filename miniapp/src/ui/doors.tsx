import { Text, View } from '@tarojs/components'
import { pressable, role } from '../platform/accessibility'
import { Icon, type IconName } from './icon'

export interface Door {
  icon: IconName
  title: string
  /** A word or two, on small doors only. */
  hint?: string
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

/** Everyday doors, two in a row, icon beside the words. */
export function SmallDoors({ label, doors }: { label: string; doors: readonly Door[] }) {
  return (
    <View className="ov-small-doors" {...role('list')} aria-label={label}>
      {doors.map(({ icon, title, hint, onPress }) => (
        <View key={title} className="ov-small-door-place" {...role('listitem')}>
          <View className="ov-small-door" {...pressable({ role: 'link', onPress })}>
            <Icon name={icon} />
            <View>
              <View className="ov-label">{title}</View>
              {hint !== undefined && <View>{hint}</View>}
            </View>
          </View>
        </View>
      ))}
    </View>
  )
}

/** Looks like the field that it opens, and is read out as the link that it is. */
export function SearchDoor({ title, hint, onPress }: Omit<Door, 'icon'>) {
  return (
    <View className="ov-input ov-search-door" {...pressable({ role: 'link', onPress })}>
      <Icon name="search" />
      <View>
        <View className="ov-label">{title}</View>
        {hint !== undefined && <View className="ov-soft">{hint}</View>}
      </View>
    </View>
  )
}
