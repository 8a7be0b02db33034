import { Text, View } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { useServed } from '../../../../platform/served'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { BeginFirst } from '../../components/begin-first'
import { useAnswers } from '../../hooks/use-answers'
import { bookingText } from '../../text'

const text = bookingText.who

interface Step {
  why: string
  button: string
  onPress: () => void
}

/** What stands between this person and a booking in the own name: nothing, the real name, or signing in. */
function useStep(onSelf: () => void): Step {
  const served = useServed()
  if (served === null) {
    const onPress = () => void go(PAGES.signIn, { reason: 'sign_in_required' })
    return { why: text.signIn, button: bookingText.toSignIn, onPress }
  }
  if (!served.isVerified) {
    const onPress = () => void go(PAGES.realName, { reason: 'real_name_required' })
    return { why: text.realName, button: bookingText.toRealName, onPress }
  }
  if (served.isActing && served.name !== null) return { why: text.why, button: text.forPerson(served.name), onPress: onSelf }
  return { why: text.why, button: text.next, onPress: onSelf }
}

function Question({ onSelf }: { onSelf: () => void }) {
  const { why, button, onPress } = useStep(onSelf)
  const served = useServed()
  const name = served?.name ?? null
  const isActing = served?.isActing === true
  return (
    <>
      {name !== null && <SummaryList label={text.title} rows={[{ label: isActing ? text.person : text.self, value: name }]} />}
      <Text>{why}</Text>
      <Button onPress={onPress}>{button}</Button>
      {!isActing && (
        <View className="ov-stack">
          <Heading>{text.family}</Heading>
          <Text>{text.familyWhy}</Text>
          <Button kind="secondary" onPress={() => void go(PAGES.help)}>
            {text.help}
          </Button>
        </View>
      )}
    </>
  )
}

export default function WhoPage() {
  const { answers, answer } = useAnswers('booking')
  const handleSelf = () => {
    answer({ who: 'self' })
    void go(APPOINTMENT_PAGES.check)
  }
  return <Screen title={text.title}>{answers.slotId === '' ? <BeginFirst /> : <Question onSelf={handleSelf} />}</Screen>
}
