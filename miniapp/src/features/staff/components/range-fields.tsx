import type { BoardDto } from '@one-visit/shared/appointments/board-contract'
import { RadioGroup } from '../../../ui/choices'
import { errorFor, type FieldError } from '../../../ui/error-summary'
import { boardText } from '../board-text'
import type { Range } from '../hooks/use-range'

const text = boardText.range

const asChoices = (times: readonly string[]) => times.map((time) => ({ value: time, title: time }))

interface GroupFieldProps {
  label?: string
  board: Pick<BoardDto, 'groups'>
  errors: readonly FieldError[]
  value: string | null
  onChange: (group: string) => void
}

export function GroupField({ label = text.group, board, errors, value, onChange }: GroupFieldProps) {
  const choices = board.groups.map(({ id, name }) => ({ value: id, title: name }))
  return (
    <RadioGroup
      name="group"
      label={label}
      error={errorFor(errors, 'group')}
      choices={choices}
      value={value}
      onChange={onChange}
      inline
    />
  )
}

interface RangeFieldsProps {
  board: BoardDto
  range: Range
  errors: readonly FieldError[]
}

/** Which item group, and from when to when. */
export function RangeFields({ board, range, errors }: RangeFieldsProps) {
  const { group, from, to, begins, ends, setGroup, setFrom, setTo } = range
  return (
    <>
      <GroupField board={board} errors={errors} value={group} onChange={setGroup} />
      {group !== null && (
        <>
          <RadioGroup
            name="from"
            label={text.from}
            error={errorFor(errors, 'from')}
            choices={asChoices(begins)}
            value={from}
            onChange={setFrom}
            inline
          />
          <RadioGroup
            name="to"
            label={text.to}
            error={errorFor(errors, 'to')}
            choices={asChoices(ends)}
            value={to}
            onChange={setTo}
            inline
          />
        </>
      )}
    </>
  )
}
