import type { BoardDto } from '@one-visit/shared/appointments/board-contract'
import { RadioGroup } from '../../../ui/choices'
import { errorFor } from '../../../ui/error-summary'
import { Field } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { PersonFields } from '../../../ui/person-fields'
import { slotsOf } from '../board-table'
import { boardText } from '../board-text'
import type { EnteredBy, EnterVisit } from '../hooks/use-enter-visit'
import { visitText } from '../visit-text'
import { GroupField } from './range-fields'

const text = visitText.enter

const CHANNELS = [
  { value: 'phone', ...text.phone },
  { value: 'walk_in', ...text.walkIn },
] as const

interface EnterFieldsProps {
  board: BoardDto
  form: EnterVisit
}

function SlotField({ board, form }: EnterFieldsProps) {
  const { group, slotId, errors, set } = form
  if (group === null) return null
  const open = slotsOf(board, group).filter(({ id, state, free }) => id === slotId || (state === 'open' && free > 0))
  if (open.length === 0) return <Notice title={text.noSlots} />
  return (
    <RadioGroup
      name="slotId"
      label={text.slot}
      error={errorFor(errors, 'slotId')}
      choices={open.map(({ id, startsAt, endsAt, free }) => ({
        value: id,
        title: text.slotTitle(boardText.span(startsAt, endsAt), free),
      }))}
      value={slotId}
      onChange={(next) => set({ slotId: next })}
      inline
    />
  )
}

/** How, what for, and when. */
export function TimeFields({ board, form }: EnterFieldsProps) {
  const { channel, group, errors, set } = form
  return (
    <>
      <RadioGroup<EnteredBy>
        name="channel"
        label={text.channel}
        choices={CHANNELS}
        value={channel}
        onChange={(next) => set({ channel: next })}
      />
      <GroupField label={text.group} board={board} errors={errors} value={group} onChange={(next) => set({ group: next })} />
      <SlotField board={board} form={form} />
    </>
  )
}

/** For whom. */
export function ForWhomFields({ form }: Pick<EnterFieldsProps, 'form'>) {
  const { phone, errors, set } = form
  return (
    <>
      <PersonFields text={text} values={form} errors={errors} onChange={(field, typed) => set({ [field]: typed })} />
      <Field
        name="phone"
        label={text.mobile.label}
        hint={text.mobile.hint}
        kind="digits"
        maxLength={11}
        optional
        error={errorFor(errors, 'phone')}
        value={phone}
        onChange={(typed) => set({ phone: typed })}
        onConfirm={form.handleSubmit}
      />
    </>
  )
}
