import { Text, View } from '@tarojs/components'
import { useQuery } from '../../../../platform/navigation'
import { CAN_PRINT } from '../../../../platform/print'
import { MandateSlip } from '../../../../ui/mandate-slip'
import { Settled } from '../../../../ui/settled'
import { NoSuchMandate } from '../../components/gone'
import { ProxyScreen } from '../../components/proxy-screen'
import { useSlip } from '../../hooks/use-mandates'
import { mandateText } from '../../mandate-text'

const text = mandateText.slip

function Content({ id }: { id: string }) {
  const slip = useSlip(id)
  return (
    <Settled lookUp={slip} what={mandateText.asked} gone={<NoSuchMandate />}>
      {(found) => (
        <>
          <View className="ov-no-print">
            <Text>{CAN_PRINT ? text.why : text.save}</Text>
          </View>
          <MandateSlip slip={found} />
        </>
      )}
    </Settled>
  )
}

export default function SlipPage() {
  const { id = '' } = useQuery()
  return (
    <ProxyScreen title={text.title} why={mandateText}>
      {id === '' ? <NoSuchMandate /> : <Content id={id} />}
    </ProxyScreen>
  )
}
