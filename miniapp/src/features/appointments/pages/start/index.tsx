import type { ItemGroupDto } from '@one-visit/shared/county/contract'
import { go } from '../../../../platform/navigation'
import { useActing } from '../../../../platform/acting'
import { useServed } from '../../../../platform/served'
import { TextButton } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { ItemGroups } from '../../components/item-groups'
import { PauseNotice } from '../../components/pause-notice'
import { Settled } from '../../components/settled'
import { NO_OFFICE, useAnswers } from '../../hooks/use-answers'
import { useItemGroups } from '../../../../platform/county'
import { useVisits } from '../../hooks/use-visits'
import { bookingText } from '../../text'

const text = bookingText.start

function Mine({ isActing }: { isActing: boolean }) {
  const visits = useVisits()
  return (
    <>
      {visits.data && <PauseNotice {...visits.data} />}
      <TextButton role="link" onPress={() => void go(APPOINTMENT_PAGES.visits)}>
        {isActing ? text.visitsOfPerson : text.visits}
      </TextButton>
    </>
  )
}

export default function StartPage() {
  const groups = useItemGroups()
  const served = useServed()
  const allowed = useActing()?.itemGroups
  const { answer } = useAnswers('booking')
  const handlePick = ({ id }: ItemGroupDto) => {
    answer({ itemGroup: id, who: '', ...NO_OFFICE })
    void go(APPOINTMENT_PAGES.office)
  }
  return (
    <Screen title={text.title}>
      {served !== null && <Mine isActing={served.isActing} />}
      <Settled lookUp={groups}>
        {({ items, extraDays }) => (
          <>
            {extraDays !== null && <Notice title={text.extraDays}>{extraDays}</Notice>}
            {items.length === 0 ? (
              <RefusalContent refusal={{ ...text.none, detail: text.none.title, requestId: null }} />
            ) : (
              <ItemGroups
                groups={allowed === undefined ? items : items.filter(({ id }) => allowed.includes(id))}
                onPick={handlePick}
              />
            )}
          </>
        )}
      </Settled>
    </Screen>
  )
}
