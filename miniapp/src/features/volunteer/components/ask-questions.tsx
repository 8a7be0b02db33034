import { LICENCE_TYPE_TEXT, LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import { MANDATE_OPERATIONS } from '@one-visit/shared/kernel/mandate-operation'
import { OPERATION_TEXT } from '@one-visit/shared/proxy/rules'
import { useItemGroups } from '../../../platform/county'
import { useStaffSession } from '../../../platform/staff-session'
import { RadioGroup } from '../../../ui/choices'
import { errorFor } from '../../../ui/error-summary'
import { Settled } from '../../../ui/settled'
import { splitList } from '../ask-values'
import type { Ask } from '../hooks/use-ask'
import { mandateText } from '../mandate-text'
import { taskText } from '../text'
import { ManyChoices } from './many-choices'

const text = mandateText.ask

const OPERATIONS = MANDATE_OPERATIONS.map((value) => ({ value, title: OPERATION_TEXT[value] }))
const LICENCES = LICENCE_TYPES.map((value) => ({ value, title: LICENCE_TYPE_TEXT[value].name }))
const DAYS = ['1', '3', '7', '15', '30'].map((value) => ({ value, title: text.days.of(value) }))

interface QuestionProps {
  ask: Ask
}

export function OperationsQuestion({ ask: { values, set, errors } }: QuestionProps) {
  return (
    <ManyChoices
      name="operations"
      label={text.operations.label}
      hint={text.operations.hint}
      error={errorFor(errors, 'operations')}
      choices={OPERATIONS}
      chosen={splitList(values.operations)}
      onChange={(chosen) => set('operations', chosen.join(','))}
    />
  )
}

export function GroupsQuestion({ ask: { values, set, errors } }: QuestionProps) {
  return (
    <Settled lookUp={useItemGroups()} what={taskText.asked}>
      {({ items }) => (
        <ManyChoices
          name="groups"
          label={text.groups.label}
          error={errorFor(errors, 'groups')}
          choices={items.map(({ id, name }) => ({ value: id, title: name }))}
          chosen={splitList(values.groups)}
          onChange={(chosen) => set('groups', chosen.join(','))}
        />
      )}
    </Settled>
  )
}

export function LicencesQuestion({ ask: { values, set, errors } }: QuestionProps) {
  return (
    <ManyChoices
      name="licences"
      label={text.licences.label}
      error={errorFor(errors, 'licences')}
      choices={LICENCES}
      chosen={splitList(values.licences)}
      onChange={(chosen) => set('licences', chosen.join(','))}
    />
  )
}

export function DaysQuestion({ ask: { values, set, errors } }: QuestionProps) {
  return (
    <RadioGroup
      name="days"
      label={text.days.label}
      hint={text.days.hint}
      error={errorFor(errors, 'days')}
      choices={DAYS}
      value={values.days === '' ? null : values.days}
      onChange={(days) => set('days', days)}
      inline
    />
  )
}

/** A volunteer never witnesses. */
export function EvidenceQuestion({ ask: { values, set, errors } }: QuestionProps) {
  const isVolunteer = useStaffSession()?.role === 'volunteer'
  const ways = isVolunteer ? (['app', 'phone_code'] as const) : (['witnessed', 'phone_code', 'app'] as const)
  return (
    <RadioGroup
      name="evidence"
      label={text.evidence.label}
      error={errorFor(errors, 'evidence')}
      choices={ways.map((value) => ({ value, ...mandateText.evidence[value] }))}
      value={ways.find((way) => way === values.evidence) ?? null}
      onChange={(evidence) => set('evidence', evidence)}
    />
  )
}
