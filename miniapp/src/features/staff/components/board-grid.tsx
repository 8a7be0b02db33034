import { Text, View } from '@tarojs/components'
import type { BoardDto, BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { pressable, role } from '../../../platform/accessibility'
import { moveTo } from '../../../platform/focus'
import { useElementId } from '../../../ui/element-id'
import { Tag } from '../../../ui/tag'
import { describeState, lineOf, rowsOf, sentenceOf, spotAfter, sumOf, type Counted, type Grain } from '../board-table'
import { boardText } from '../board-text'

type Group = BoardDto['groups'][number]

interface CellProps {
  id: string
  /** Time and item group, for those who hear it. */
  of: string
  slots: readonly BoardSlotDto[]
  /** The one that Tab reaches. */
  current: boolean
  onOpen: (slots: readonly BoardSlotDto[]) => void
  onArrow: (key: string) => boolean
}

function Cell({ id, of, slots, current, onOpen, onArrow }: CellProps) {
  const sum = slots.length === 0 ? null : sumOf(slots)
  const handlePress = () => {
    if (sum) onOpen(slots)
  }
  return (
    <View
      id={id}
      className={sum ? 'ov-grid-cell' : 'ov-grid-cell ov-grid-none'}
      {...pressable({ role: 'gridcell', onPress: handlePress, onArrow, skipTab: !current })}
      aria-label={`${of}，${sum ? sentenceOf(sum) : boardText.none}`}
    >
      {sum ? <Counts sum={sum} /> : <Text>{boardText.none}</Text>}
    </View>
  )
}

function Counts({ sum }: { sum: Counted }) {
  const { kind, text } = describeState(sum)
  return (
    <>
      <Tag kind={kind}>{text}</Tag>
      <Text className="ov-counts">{lineOf(sum, '\n')}</Text>
    </>
  )
}

function Heads({ groups }: { groups: readonly Group[] }) {
  return (
    <View className="ov-grid-row ov-grid-head" {...role('row')}>
      <View className="ov-grid-heading" {...role('columnheader')}>
        {boardText.time}
      </View>
      {groups.map(({ id, name, windows, spare }) => (
        <View key={id} {...role('columnheader')}>
          <View className="ov-grid-heading">{name}</View>
          <View className="ov-soft">{boardText.groupWindows(windows, spare)}</View>
        </View>
      ))}
    </View>
  )
}

interface BoardGridProps {
  board: BoardDto
  grain: Grain
  onOpen: (slots: readonly BoardSlotDto[]) => void
}

interface Spot {
  row: number
  column: number
}

/** The day at a glance, where there is room: time by item group. Arrow keys move from cell to cell, Enter opens one. */
export function BoardGrid({ board, grain, onOpen }: BoardGridProps) {
  const idOf = useElementId()
  const { groups } = board
  const rows = rowsOf(board, grain)
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 })
  const current = { row: Math.min(spot.row, rows.length - 1), column: Math.min(spot.column, groups.length - 1) }
  const cellId = ({ row, column }: Spot) => idOf(`cell-${String(row)}-${String(column)}`)
  const handleArrow = (from: Spot, key: string) => {
    const next = spotAfter(key, from, rows.length, groups.length)
    if (next === null) return false
    setSpot(next)
    moveTo(cellId(next))
    return true
  }
  const style: Record<string, string> = { '--ov-columns': String(groups.length) }
  return (
    <View className="ov-grid" style={style} {...role('grid')} aria-label={boardText.grid}>
      <Heads groups={groups} />
      {rows.map(({ time, cells }, row) => (
        <View key={time} className="ov-grid-row" {...role('row')}>
          <View className="ov-grid-heading" {...role('rowheader')}>
            {time}
          </View>
          {groups.map(({ id, name }, column) => (
            <Cell
              key={id}
              id={cellId({ row, column })}
              of={`${time} ${name}`}
              slots={cells[column] ?? []}
              current={row === current.row && column === current.column}
              onOpen={onOpen}
              onArrow={(key) => handleArrow({ row, column }, key)}
            />
          ))}
        </View>
      ))}
    </View>
  )
}
