import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { visitText } from '../visit-text'

const text = visitText.visits

/** In place of one's own visits, while nobody is signed in. */
export function SignInFirst() {
  return (
    <>
      <Notice title={text.signIn} />
      <Button onPress={() => void go(PAGES.signIn, { reason: 'sign_in_required' })}>{text.toSignIn}</Button>
    </>
  )
}
