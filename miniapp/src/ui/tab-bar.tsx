import { Text, View } from '@tarojs/components'
import { pressable, role } from '../platform/accessibility'
import { go } from '../platform/navigation'
import { PAGES, TABS, type Tab } from '../platform/pages'
import { useUnread } from '../platform/unread'
import { Icon } from './icon'
import { uiText } from './text'

interface TabLinkProps {
  tab: Tab
  isCurrent: boolean
  unread: number
}

function TabLink({ tab, isCurrent, unread }: TabLinkProps) {
  return (
    <View
      className={`ov-tab${isCurrent ? ' ov-tab-current' : ''}`}
      {...pressable({ role: 'link', onPress: () => void go(tab.page) })}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={unread > 0 ? `${tab.title}，${uiText.unread(unread)}` : undefined}
    >
      <Icon name={tab.icon} />
      <Text>{tab.title}</Text>
      {unread > 0 && <Text className="ov-tab-unread">{String(unread)}</Text>}
    </View>
  )
}

/** The tab bar of the browser build; WeChat draws its own. */
export function TabBar({ current }: { current: Tab['page'] }) {
  const unread = useUnread()
  return (
    <View className="ov-tab-bar" {...role('navigation')} aria-label={uiText.tabs}>
      {TABS.map((tab) => (
        <TabLink key={tab.page} tab={tab} isCurrent={tab.page === current} unread={tab.page === PAGES.messages ? unread : 0} />
      ))}
    </View>
  )
}
