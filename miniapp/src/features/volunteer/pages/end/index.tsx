import { Text } from '@tarojs/components'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { ENDING_TEXT, formatMandateNumber } from '@one-visit/shared/proxy/rules'
import { useState } from 'react'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { SummaryList } from '../../../../ui/lists'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { ScanButton } from '../../../../ui/scan-button'
import { formatInstant } from '../../../../ui/when'
import { DeskScreen } from '../../components/desk-screen'
import { useEnd, type CameBy } from '../../hooks/use-end'
import { mandateText } from '../../mandate-text'

const text = mandateText.end

const CAME_BY = (['person_phone', 'person_counter'] as const).map((value) => ({ value, title: text.from[value] }))

function Form({ onDone }: { onDone: (mandate: MandateDto) => void }) {
  const form = useEnd(onDone)
  const { from, setFrom, number, setNumber, lastFour, setLastFour, errors } = form
  return (
    <>
      <Text>{text.why}</Text>
      <ErrorSummary errors={errors} />
      {form.refused && <ProblemNotice problem={form.refused} />}
      <RadioGroup<CameBy>
        name="from"
        label={text.from.label}
        error={errorFor(errors, 'from')}
        choices={CAME_BY}
        value={from}
        onChange={setFrom}
        inline
      />
      {from === 'person_counter' && <ScanButton onSeen={setNumber}>{text.scan}</ScanButton>}
      <Field
        name="number"
        label={text.number.label}
        hint={text.number.hint}
        kind="digits"
        maxLength={24}
        error={errorFor(errors, 'number')}
        value={number}
        onChange={setNumber}
      />
      <Field
        name="lastFour"
        label={text.lastFour.label}
        hint={text.lastFour.hint}
        kind="resident-id"
        maxLength={4}
        error={errorFor(errors, 'lastFour')}
        value={lastFour}
        onChange={setLastFour}
        onConfirm={form.handleSubmit}
      />
      <Button kind="danger" onPress={form.handleSubmit} busy={form.busy}>
        {text.submit}
      </Button>
    </>
  )
}

function Ended({ mandate, onAnother }: { mandate: MandateDto; onAnother: () => void }) {
  const { number, actor, ending, endedAt } = mandate
  return (
    <>
      <Notice kind="success" title={text.done} announce>
        {text.doneNext}
      </Notice>
      <SummaryList
        label={text.facts}
        rows={[
          { label: text.number.label, value: formatMandateNumber(number) },
          { label: text.who, value: actor.name },
          ...(ending === null ? [] : [{ label: text.ended, value: ENDING_TEXT[ending] }]),
          ...(endedAt === null ? [] : [{ label: text.when, value: formatInstant(endedAt) }]),
        ]}
      />
      <Button kind="secondary" onPress={onAnother}>
        {text.another}
      </Button>
    </>
  )
}

export default function EndMandatePage() {
  const [ended, setEnded] = useState<MandateDto | null>(null)
  return (
    <DeskScreen title={text.title} forWhom="counter">
      {ended === null ? <Form onDone={setEnded} /> : <Ended mandate={ended} onAnother={() => setEnded(null)} />}
    </DeskScreen>
  )
}
