import { Doors, SearchDoor, SmallDoors, type Door } from './doors'
import { doNothing, type Example } from './example'

const DOORS: readonly Door[] = [
  { icon: 'health', title: '健康码', onPress: doNothing },
  { icon: 'calendar', title: '预约办事', hint: '周六也能办一部分', onPress: doNothing },
  { icon: 'help', title: '找人帮忙', onPress: doNothing },
]

export const doorExamples: readonly Example[] = [
  { name: '大入口', render: () => <Doors doors={DOORS} /> },
  { name: '常用入口', render: () => <SmallDoors label="常用" doors={DOORS} /> },
  { name: '查找入口', render: () => <SearchDoor title="找要办的事" hint="怎么说都行" onPress={doNothing} /> },
]
