import { View } from '@tarojs/components'
import { LICENCE_TYPE_TEXT, LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import { OPERATION_TEXT } from '@one-visit/shared/proxy/rules'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { Button } from '../../../ui/button'
import { SummaryList, type SummaryRow } from '../../../ui/lists'
import { evidenceOf, scopeOf, splitList, stepsOf, type AskStep } from '../ask-values'
import type { Ask } from '../hooks/use-ask'
import { mandateText } from '../mandate-text'
import { taskText } from '../text'
import { useItemGroups } from '../../../platform/county'

const text = mandateText.ask

/** The names of what was chosen; an id the county no longer knows stays as it is. */
function useNames({ values }: Ask): { groups: string; licences: string } {
  const groups = useItemGroups().data?.items ?? []
  const licences = LICENCE_TYPES.filter((type) => splitList(values.licences).includes(type))
  return {
    groups: splitList(values.groups)
      .map((id) => groups.find((group) => group.id === id)?.name ?? id)
      .join('、'),
    licences: licences.map((type) => LICENCE_TYPE_TEXT[type].name).join('、'),
  }
}

function useRows(task: TaskDto, ask: Ask): SummaryRow[] {
  const { values, goTo } = ask
  const names = useNames(ask)
  const evidence = evidenceOf(values)
  const row: Readonly<Record<Exclude<AskStep, 'check'>, SummaryRow>> = {
    operations: {
      label: text.operations.label,
      value: scopeOf(values).map(({ operation }) => <View key={operation}>{OPERATION_TEXT[operation]}</View>),
    },
    groups: { label: text.groups.label, value: names.groups },
    licences: { label: text.licences.label, value: names.licences },
    days: { label: text.days.label, value: text.days.of(values.days) },
    evidence: { label: text.evidence.label, value: evidence === null ? '' : mandateText.evidence[evidence].title },
    photo: { label: text.check.photo, value: text.check.photoDone },
  }
  return [
    { label: taskText.task.person, value: task.person },
    { label: text.check.volunteer, value: task.volunteer ?? '' },
    ...stepsOf(values).flatMap((step) => (step === 'check' ? [] : [{ ...row[step], onChange: () => goTo(step) }])),
  ]
}

/** Everything once more before the person is asked. */
export function AskCheck({ task, ask }: { task: TaskDto; ask: Ask }) {
  const rows = useRows(task, ask)
  return (
    <>
      <SummaryList label={text.check.facts} rows={rows} />
      <Button onPress={ask.handleSend} busy={ask.busy}>
        {text.submit[evidenceOf(ask.values) ?? 'app']}
      </Button>
    </>
  )
}
