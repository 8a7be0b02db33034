import { Text, View } from '@tarojs/components'
import { pressable, role } from '../platform/accessibility'
import { go } from '../platform/navigation'
import { TABS, type Tab } from '../platform/pages'
import { Icon } from './icon'
import { uiText } from './text'

/** The tab bar of the browser build; WeChat draws its own. */
export function TabBar({ current }: { current: Tab['page'] }) {
  return (
    <View className="ov-tab-bar" {...role('navigation')} aria-label={uiText.tabs}>
      {TABS.map((tab) => (
        <View
          key={tab.page}
          className={`ov-tab${tab.page === current ? ' ov-tab-current' : ''}`}
          {...pressable({ role: 'link', onPress: () => void go(tab.page) })}
          aria-current={tab.page === current ? 'page' : undefined}
        >
          <Icon name={tab.icon} />
          <Text>{tab.title}</Text>
        </View>
      ))}
    </View>
  )
}
