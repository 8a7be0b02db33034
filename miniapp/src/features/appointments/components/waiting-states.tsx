import { Text } from '@tarojs/components'
import type { WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import { replace } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { SummaryList } from '../../../ui/lists'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { ResultContent } from '../../../ui/outcome-pages'
import { formatInstant } from '../../../ui/when'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { NO_DAY, useAnswers } from '../hooks/use-answers'
import { useOffer } from '../hooks/use-wait'
import { visitText } from '../visit-text'
import { formatSpan } from '../when'

const text = visitText.waiting

/** What is waited for. */
export function EntryFacts({ entry }: { entry: WaitingEntryDto }) {
  return (
    <SummaryList
      label={text.list}
      rows={[
        { label: text.list, value: formatSpan(entry) },
        { label: visitText.visit.where, value: entry.office.name },
        { label: visitText.visit.what, value: entry.itemGroup.name },
        { label: text.joined, value: formatInstant(entry.joinedAt) },
      ]}
    />
  )
}

/** Waiting: how many are before, and the way out. */
export function InLine({ entry }: { entry: WaitingEntryDto }) {
  const { busy, problem, refusal, hasLeft, handleLeave } = useOffer(entry)
  if (hasLeft) return <Left />
  const failed = problem ?? refusal
  return (
    <>
      {failed && <ProblemNotice problem={failed} onRetry={handleLeave} />}
      <Notice title={text.ahead(entry.ahead)} announce>
        {text.waitNext}
      </Notice>
      <EntryFacts entry={entry} />
      <Button kind="secondary" onPress={handleLeave} busy={busy}>
        {text.leave}
      </Button>
    </>
  )
}

/** Leads to the days of the same place. */
export function useChooseAgain(entry: WaitingEntryDto): () => void {
  const { answer } = useAnswers('booking')
  return () => {
    answer({ itemGroup: entry.itemGroup.id, office: entry.office.id, ...NO_DAY })
    void replace(APPOINTMENT_PAGES.day)
  }
}

/** The time for deciding has passed: says so, and how to go on. */
export function Expired({ entry }: { entry: WaitingEntryDto }) {
  const handleAgain = useChooseAgain(entry)
  return (
    <>
      <Notice kind="warning" title={text.expired} announce>
        {text.expiredNext}
      </Notice>
      <EntryFacts entry={entry} />
      <Button onPress={handleAgain}>{text.again}</Button>
      <ToVisits />
    </>
  )
}

export function Left() {
  return (
    <>
      <Notice kind="success" title={text.left} announce>
        <Text>{text.leftNext}</Text>
      </Notice>
      <ToVisits />
    </>
  )
}

export function Taken() {
  return (
    <ResultContent next={[text.taken]}>
      <ToVisits />
    </ResultContent>
  )
}

function ToVisits() {
  return (
    <Button kind="secondary" onPress={() => void replace(APPOINTMENT_PAGES.visits)}>
      {visitText.toVisits}
    </Button>
  )
}
