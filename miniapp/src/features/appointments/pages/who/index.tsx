import { Text, View } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { useSession } from '../../../../platform/session'
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
  const session = useSession()
  if (session === null) {
    const onPress = () => void go(PAGES.signIn, { reason: 'sign_in_required' })
    return { why: text.signIn, button: bookingText.toSignIn, onPress }
  }
  if (session.assurance < 2) {
    const onPress = () => void go(PAGES.realName, { reason: 'real_name_required' })
    return { why: text.realName, button: bookingText.toRealName, onPress }
  }
  return { why: text.why, button: text.next, onPress: onSelf }
}

function Question({ onSelf }: { onSelf: () => void }) {
  const { why, button, onPress } = useStep(onSelf)
  const name = useSession()?.account.name ?? null
  return (
    <>
      {name !== null && <SummaryList label={text.self} rows={[{ label: text.self, value: name }]} />}
      <Text>{why}</Text>
      <Button onPress={onPress}>{button}</Button>
      <View className="ov-stack">
        <Heading>{text.family}</Heading>
        <Text>{text.familyWhy}</Text>
      </View>
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
