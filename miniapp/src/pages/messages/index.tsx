import { Inbox } from '../../features/messages/components/inbox'
import { messagesText } from '../../features/messages/text'
import { PROGRESS_PAGES } from '../../features/progress/progress-pages'
import { go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'

function SignInFirst() {
  const { title, detail, button } = messagesText.signIn
  return (
    <>
      <Notice title={title}>{detail}</Notice>
      <Button onPress={() => void go(PAGES.signIn, { reason: 'sign_in_required' })}>{button}</Button>
    </>
  )
}

export default function MessagesPage() {
  const session = useSession()
  return (
    <Screen title={messagesText.title} tab={PAGES.messages}>
      {session === null ? (
        <SignInFirst />
      ) : (
        <Inbox whenEmpty={<Button onPress={() => void go(PROGRESS_PAGES.start)}>{messagesText.start}</Button>} />
      )}
    </Screen>
  )
}
