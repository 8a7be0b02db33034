import type { BoardDto, BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { RadioGroup } from '../../../ui/choices'
import { List, ListLink } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { describeState, lineOf, slotsOf } from '../board-table'
import { boardText } from '../board-text'

interface BoardListProps {
  board: BoardDto
  onOpen: (slot: BoardSlotDto) => void
}

interface SlotListProps {
  label: string
  slots: readonly BoardSlotDto[]
  onOpen: (slot: BoardSlotDto) => void
}

/** One slot a row, every count with its word. */
export function SlotList({ label, slots, onOpen }: SlotListProps) {
  return (
    <List label={label}>
      {slots.map((slot) => (
        <ListLink
          key={slot.id}
          title={boardText.span(slot.startsAt, slot.endsAt)}
          hint={lineOf(slot, ' · ')}
          tag={describeState(slot)}
          onPress={() => {
            onOpen(slot)
          }}
        />
      ))}
    </List>
  )
}

/** The day on a phone: one item group at a time. */
export function BoardList({ board, onOpen }: BoardListProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const group = board.groups.find(({ id }) => id === chosen) ?? board.groups[0]
  if (group === undefined) return null
  const slots = slotsOf(board, group.id)
  return (
    <>
      <RadioGroup
        name="group"
        label={boardText.group}
        hint={boardText.groupWindows(group.windows, group.spare)}
        choices={board.groups.map(({ id, name }) => ({ value: id, title: name }))}
        value={group.id}
        onChange={setChosen}
        inline
      />
      {slots.length === 0 && <Notice title={boardText.noSlots} />}
      <SlotList label={`${group.name}，${boardText.grid}`} slots={slots} onOpen={onOpen} />
    </>
  )
}
