import { replace } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { RefusalContent } from '../../../ui/outcome-pages'
import { FAMILY_PAGES } from '../family-pages'
import { familyText } from '../text'

/** An entry that has ended, or a link that was cut. */
export function NoSuchMember() {
  const { title, action } = familyText.gone
  return (
    <RefusalContent refusal={{ title, detail: title, action, requestId: null }}>
      <Button onPress={() => void replace(FAMILY_PAGES.list)}>{familyText.added.toList}</Button>
    </RefusalContent>
  )
}
