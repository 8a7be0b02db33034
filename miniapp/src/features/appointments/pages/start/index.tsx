import type { ItemGroupDto } from '@one-visit/shared/county/contract'
import { go } from '../../../../platform/navigation'
import { useSession } from '../../../../platform/session'
import { TextButton } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { ItemGroups } from '../../components/item-groups'
import { PauseNotice } from '../../components/pause-notice'
import { Settled } from '../../components/settled'
import { NO_OFFICE, useAnswers } from '../../hooks/use-answers'
import { useItemGroups } from '../../hooks/use-places'
import { useVisits } from '../../hooks/use-visits'
import { bookingText } from '../../text'

const text = bookingText.start

function Mine() {
  const visits = useVisits()
  return (
    <>
      {visits.data && <PauseNotice {...visits.data} />}
      <TextButton role="link" onPress={() => void go(APPOINTMENT_PAGES.visits)}>
        {text.visits}
      </TextButton>
    </>
  )
}

export default function StartPage() {
  const groups = useItemGroups()
  const session = useSession()
  const { answer } = useAnswers('booking')
  const handlePick = ({ id }: ItemGroupDto) => {
    answer({ itemGroup: id, who: '', ...NO_OFFICE })
    void go(APPOINTMENT_PAGES.office)
  }
  return (
    <Screen title={text.title}>
      {session !== null && <Mine />}
      <Settled lookUp={groups}>
        {({ items, extraDays }) => (
          <>
            {extraDays !== null && <Notice title={text.extraDays}>{extraDays}</Notice>}
            {items.length === 0 ? (
              <RefusalContent refusal={{ ...text.none, detail: text.none.title, requestId: null }} />
            ) : (
              <ItemGroups groups={items} onPick={handlePick} />
            )}
          </>
        )}
      </Settled>
    </Screen>
  )
}
