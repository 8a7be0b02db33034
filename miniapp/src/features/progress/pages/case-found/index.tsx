import { useState } from 'react'
import { replace, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { CaseProgress } from '../../components/case-progress'
import { useCaseNumberDraft } from '../../hooks/use-case-number'
import { findLookedUp, type LookedUp } from '../../looked-up'
import { PROGRESS_PAGES } from '../../progress-pages'
import { progressText } from '../../text'

const text = progressText.found

function Found({ found, onAgain }: { found: LookedUp | null; onAgain: () => void }) {
  if (found === null) {
    return (
      <RefusalContent refusal={{ title: text.title, detail: text.gone.title, action: text.gone.action, requestId: null }}>
        <Button onPress={onAgain}>{text.again}</Button>
      </RefusalContent>
    )
  }
  return (
    <>
      <CaseProgress {...found} />
      <Button kind="secondary" onPress={onAgain}>
        {text.again}
      </Button>
    </>
  )
}

export default function CaseFoundPage() {
  const { number = '' } = useQuery()
  const { setCaseNumber } = useCaseNumberDraft()
  // Read once: signing in to follow empties what is kept of look-ups, and must not empty this page.
  const [found] = useState(() => findLookedUp(number))
  const handleAgain = () => {
    setCaseNumber(number)
    void replace(number === '' ? PROGRESS_PAGES.caseNumber : PROGRESS_PAGES.casePassword)
  }
  return (
    <Screen title={text.title}>
      <Found found={found} onAgain={handleAgain} />
    </Screen>
  )
}
