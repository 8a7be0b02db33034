import { Text } from '@tarojs/components'
import { PAGES } from '../../platform/pages'
import { useSession } from '../../platform/session'
import { Screen } from '../../ui/screen'

export default function MessagesPage() {
  const session = useSession()
  return (
    <Screen title="消息" tab={PAGES.messages}>
      <Text>{session ? '还没有消息。' : '登录以后，您关注的办件有变化时会在这里告诉您。'}</Text>
    </Screen>
  )
}
