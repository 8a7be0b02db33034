import { Text } from '@tarojs/components'
import { PAGES } from '../../platform/pages'
import { Screen } from '../../ui/screen'

export default function ServicesPage() {
  return (
    <Screen title="办事" tab={PAGES.services}>
      <Text>手机上还没有可以办的事，请拨打下面的电话，或到大厅窗口办理。</Text>
    </Screen>
  )
}
