import type { DeviceSessionDto } from '@one-visit/shared/identity/contract'
import { Text, View } from '@tarojs/components'
import { role } from '../../../../platform/accessibility'
import { back, go } from '../../../../platform/navigation'
import { Button, TextButton } from '../../../../ui/button'
import { List } from '../../../../ui/lists'
import { Loading } from '../../../../ui/loading'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { Tag } from '../../../../ui/tag'
import { formatInstant } from '../../../../ui/when'
import { OwnLookUpFailed } from '../../components/sign-in-first'
import { useDevices, type Devices } from '../../hooks/use-devices'
import { IDENTITY_PAGES } from '../../identity-pages'
import { accountText } from '../../account-text'

const text = accountText.devices

function DeviceRow({ device, onEnd }: { device: DeviceSessionDto; onEnd: () => void }) {
  return (
    <View className="ov-row" {...role('listitem')}>
      <View className="ov-row-text">
        <Text className="ov-label">{device.label}</Text>
        <Text className="ov-soft">{text.provider(device.provider)}</Text>
        <Text className="ov-soft">{text.signedIn(formatInstant(device.signedInAt))}</Text>
        <Text className="ov-soft">{text.seen(formatInstant(device.lastSeenAt))}</Text>
        {!device.current && (
          <TextButton onPress={onEnd} label={text.endOf(device.label)}>
            {text.end}
          </TextButton>
        )}
      </View>
      {device.current && <Tag kind="active">{text.current}</Tag>}
    </View>
  )
}

function Content({ devices }: { devices: Devices }) {
  const { list, handleEnd } = devices
  if (list.data === undefined) {
    if (list.problem) return <OwnLookUpFailed problem={list.problem} onRetry={list.again} />
    return <Loading what={text.waitingFor} onRetry={list.again} onLeave={() => void back()} />
  }
  return (
    <>
      <List label={text.list}>
        {list.data.items.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            onEnd={() => {
              handleEnd(device)
            }}
          />
        ))}
      </List>
      <Button kind="secondary" onPress={() => void go(IDENTITY_PAGES.signOutEverywhere)}>
        {text.everywhere}
      </Button>
    </>
  )
}

export default function DevicesPage() {
  const devices = useDevices()
  return (
    <Screen title={text.title}>
      {devices.ended && <Notice kind="success" title={text.ended(devices.ended.label)} announce />}
      {devices.problem && <ProblemNotice problem={devices.problem} />}
      <Content devices={devices} />
    </Screen>
  )
}
