import { Text, View } from '@tarojs/components'
import { useCounty } from '../../platform/county'
import { callPhone } from '../../platform/phone-call'
import { Button } from '../../ui/button'
import { Heading } from '../../ui/heading'
import { Screen } from '../../ui/screen'
import { helpText } from './text'

function ByPhone() {
  const county = useCounty()
  return (
    <View className="ov-stack">
      <Heading>{helpText.phone}</Heading>
      <Text>{helpText.phoneWhy}</Text>
      {county && <Button onPress={() => void callPhone(county.phone)}>{helpText.call(county.phone)}</Button>}
      {county && <Text>{helpText.hours(county.phoneHours)}</Text>}
    </View>
  )
}

/** People who help: by telephone, at a counter, in the family. */
export default function HelpPage() {
  return (
    <Screen title={helpText.title}>
      <ByPhone />
      <View className="ov-stack">
        <Heading>{helpText.counter}</Heading>
        <Text>{helpText.counterWhy}</Text>
      </View>
      <View className="ov-stack">
        <Heading>{helpText.family}</Heading>
        <Text>{helpText.familyWhy}</Text>
      </View>
    </Screen>
  )
}
