import { TOPIC_TEXT } from '@one-visit/shared/proxy/rules'
import { Button } from '../../../ui/button'
import { SummaryList, type SummaryRow } from '../../../ui/lists'
import { SlowNotice } from '../../../ui/loading'
import { ProblemNotice } from '../../../ui/notice'
import { formatLocalDate } from '../../../ui/when'
import { deskText } from '../desk-text'
import type { OpenForm, OpenStep } from '../hooks/use-open'
import { taskText } from '../text'
import { useOffices } from '../../../platform/county'

const text = deskText.open

/** In full: it is read out to the person, who corrects it. */
function useRows({ values, goTo }: OpenForm): SummaryRow[] {
  const office = useOffices().data?.items.find(({ id }) => id === values.office)?.name ?? values.office
  const row = (step: OpenStep, label: string, value: string | null): SummaryRow[] =>
    value === null || value === '' ? [] : [{ label, value, onChange: () => goTo(step) }]
  const day = values.date === null ? null : taskText.day(formatLocalDate(values.date), values.part)
  return [
    ...row('person', text.person.name.label, values.name.trim()),
    ...row('person', text.person.residentId.label, values.residentId.trim()),
    ...row('person', text.person.phone.label, values.phone.trim()),
    ...row('need', text.need.label, values.topic === null ? null : TOPIC_TEXT[values.topic]),
    ...row('need', text.need.words.label, values.words.trim()),
    ...row('where', text.where.label, values.way === null ? null : taskText.wayOf(values.way)),
    ...row('where', text.where.address.label, values.way === 'home' ? values.address.trim() : null),
    ...row('where', taskText.task.office, office),
    ...row('when', text.when.label, day),
  ]
}

/** Everything once more, read out before it is sent. */
export function OpenCheck({ form }: { form: OpenForm }) {
  const { refused, busy, handleSend } = form
  return (
    <>
      {refused && <ProblemNotice problem={refused} />}
      <SummaryList label={text.check.facts} rows={useRows(form)} />
      {busy && <SlowNotice what={text.check.slow} />}
      <Button onPress={handleSend} busy={busy}>
        {text.check.submit}
      </Button>
    </>
  )
}
