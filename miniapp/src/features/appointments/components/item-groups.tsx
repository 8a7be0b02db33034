import { View } from '@tarojs/components'
import type { ItemGroupDto } from '@one-visit/shared/county/contract'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import { bookingText } from '../text'

const text = bookingText.start

interface ItemGroupsProps {
  groups: readonly ItemGroupDto[]
  onPick: (group: ItemGroupDto) => void
}

/** By department in the county's order; vaccines, which have rules of their own, last. */
function sectionsOf(groups: readonly ItemGroupDto[]): { title: string; groups: ItemGroupDto[] }[] {
  const sections = new Map<string, ItemGroupDto[]>()
  const ordered = [...groups.filter(({ vaccine }) => vaccine === null), ...groups.filter(({ vaccine }) => vaccine !== null)]
  for (const group of ordered) {
    const title = group.vaccine === null ? group.department : text.vaccines
    sections.set(title, [...(sections.get(title) ?? []), group])
  }
  return [...sections].map(([title, members]) => ({ title, groups: members }))
}

function hintOf({ bring, extraDayItems }: ItemGroupDto): string {
  return [text.bring(bring), extraDayItems.length > 0 ? text.partly(extraDayItems) : ''].filter(Boolean).join('。')
}

/** What can be booked. */
export function ItemGroups({ groups, onPick }: ItemGroupsProps) {
  return sectionsOf(groups).map((section) => (
    <View key={section.title} className="ov-stack">
      <Heading>{section.title}</Heading>
      <List label={section.title}>
        {section.groups.map((group) => (
          <ListLink
            key={group.id}
            title={group.name}
            hint={hintOf(group)}
            {...(group.extraDayItems.length > 0 ? { tag: { kind: 'active' as const, text: text.extraDays } } : {})}
            onPress={() => {
              onPick(group)
            }}
          />
        ))}
      </List>
    </View>
  ))
}
