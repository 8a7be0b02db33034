import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { Button } from '../../../../ui/button'
import { ResultPage } from '../../../../ui/outcome-pages'
import { accountText } from '../../account-text'

const text = accountText.accountDeleted

export default function AccountDeletedPage() {
  return (
    <ResultPage title={text.title} next={text.next}>
      <Button onPress={() => void go(PAGES.home)}>{text.home}</Button>
    </ResultPage>
  )
}
