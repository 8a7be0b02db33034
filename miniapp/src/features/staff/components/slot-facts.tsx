import type { BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import { SummaryList } from '../../../ui/lists'
import { Tag } from '../../../ui/tag'
import { countsOf, describeState } from '../board-table'
import { boardText } from '../board-text'

const text = boardText.slot

/** All the counts of one slot, each with its word. */
export function SlotFacts({ slot }: { slot: BoardSlotDto }) {
  const state = describeState(slot)
  const counts = [
    ...countsOf(slot),
    { label: boardText.more.serving, count: slot.serving },
    { label: boardText.more.done, count: slot.done },
  ]
  return (
    <SummaryList
      label={text.facts}
      rows={[
        { label: text.state, value: <Tag kind={state.kind}>{state.text}</Tag> },
        ...counts.map(({ label, count }) => ({ label, value: boardText.people(count) })),
        { label: text.windows, value: String(slot.windows) },
        { label: text.perWindow, value: boardText.people(slot.peoplePerWindow) },
      ]}
    />
  )
}
