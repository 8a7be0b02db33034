import { Text, View } from '@tarojs/components'
import { useCounty } from '../../../../platform/county'
import { go, useQuery } from '../../../../platform/navigation'
import { callPhone } from '../../../../platform/phone-call'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { List, ListLink } from '../../../../ui/lists'
import { Screen } from '../../../../ui/screen'
import { PROXY_PAGES } from '../../proxy-pages'
import { useRequestFlow, WORDS_LENGTH } from '../../request-flow'
import { requestText } from '../../request-text'

const text = requestText.start

function ByPhone() {
  const county = useCounty()
  return (
    <View className="ov-stack">
      <Heading>{text.phone}</Heading>
      <Text>{text.phoneWhy}</Text>
      {county && <Button onPress={() => void callPhone(county.phone)}>{text.call(county.phone)}</Button>}
      {county && <Text>{text.hours(county.phoneHours)}</Text>}
    </View>
  )
}

interface DoorsProps {
  title: string
  doors: readonly { title: string; hint: string; onPress: () => void }[]
}

function Doors({ title, doors }: DoorsProps) {
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {doors.map((door) => (
          <ListLink key={door.title} {...door} />
        ))}
      </List>
    </View>
  )
}

/** People who help: by telephone, volunteers, in the family, at a counter. `?about=`: what the person was reading about. */
export default function HelpPage() {
  const about = useQuery()['about'] ?? ''
  const { answers, answer } = useRequestFlow()
  const handleAsk = () => {
    if (about !== '' && answers.words === '') answer({ words: text.about(about).slice(0, WORDS_LENGTH.most) })
    void go(PROXY_PAGES.who)
  }
  return (
    <Screen title={text.title} own>
      <ByPhone />
      <Doors
        title={text.volunteer}
        doors={[
          { ...text.ask, onPress: handleAsk },
          { ...text.mine, onPress: () => void go(PROXY_PAGES.requests) },
        ]}
      />
      <Doors
        title={text.family}
        doors={[
          { ...text.given, onPress: () => void go(PROXY_PAGES.mandates) },
          { ...text.held, onPress: () => void go(PROXY_PAGES.mandates, { of: 'held' }) },
        ]}
      />
      <View className="ov-stack">
        <Heading>{text.counter}</Heading>
        <Text>{text.counterWhy}</Text>
      </View>
    </Screen>
  )
}
