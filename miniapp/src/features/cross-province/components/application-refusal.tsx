import { useActing } from '../../../platform/acting'
import type { ApiProblem } from '../../../platform/api-problem'
import { go, replace } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { RefusalContent } from '../../../ui/outcome-pages'
import { ACROSS_PAGES } from '../cross-province-pages'
import { acrossText } from '../text'
import type { OnlineItem } from './form-screen'

const text = acrossText.refused

/** Whether who acts for somebody may look at their cases; for oneself always. */
export function useMaySeeCases(): boolean {
  return useActing()?.operations.includes('look_up_cases') ?? true
}

function AlreadyApplied() {
  const maySeeCases = useMaySeeCases()
  return (
    <>
      {maySeeCases && <Button onPress={() => void go(PAGES.myCases)}>{text.myCases}</Button>}
      <Button kind={maySeeCases ? 'secondary' : 'primary'} onPress={() => void go(ACROSS_PAGES.applications)}>
        {acrossText.mine}
      </Button>
    </>
  )
}

interface ApplicationRefusalProps {
  refusal: ApiProblem
  data: OnlineItem
  onMend: () => void
}

/** Why it was not taken, and the next best thing. */
export function ApplicationRefusal({ refusal, data: { side, region }, onMend }: ApplicationRefusalProps) {
  const { code } = refusal
  return (
    <RefusalContent refusal={refusal}>
      {code === 'already_applied' && <AlreadyApplied />}
      {code === 'too_many_requests' && <Button onPress={() => void go(ACROSS_PAGES.applications)}>{acrossText.mine}</Button>}
      {code === 'not_found' && (
        <Button onPress={() => void replace(ACROSS_PAGES.items, { side, region: region.id })}>{text.items}</Button>
      )}
      {code === 'mandate_scope' && <Button onPress={() => void replace(PAGES.acting)}>{acrossText.applicant.doors}</Button>}
      <Button kind="secondary" onPress={onMend}>
        {acrossText.check.mend}
      </Button>
    </RefusalContent>
  )
}
