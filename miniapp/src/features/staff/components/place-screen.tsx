import { useState, type ReactNode } from 'react'
import { back } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { RadioGroup } from '../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../ui/error-summary'
import { Loading } from '../../../ui/loading'
import { ProblemNotice } from '../../../ui/notice'
import { useErrors } from '../../../ui/use-errors'
import { useOffices } from '../../../platform/county'
import { usePlace, type ChosenPlace, type Place } from '../place'
import { staffText } from '../text'
import { StaffScreen } from './staff-screen'

const text = staffText.place

/** The offices as choices, once they are there. */
export function OfficeChoices({ value, error, onChange }: OfficeChoicesProps) {
  const { data, problem, again } = useOffices()
  if (data === undefined) {
    if (problem) return <ProblemNotice problem={problem} onRetry={again} />
    return <Loading what={staffText.live.asked} onRetry={again} onLeave={() => void back()} />
  }
  const choices = data.items.map(({ id, name }) => ({ value: id, title: name }))
  return <RadioGroup name="office" label={text.office} choices={choices} value={value} error={error} onChange={onChange} inline />
}

interface OfficeChoicesProps {
  value: string | null
  error?: string | undefined
  onChange: (office: string) => void
}

/** For those who work for the whole county, once on a device. */
function OfficeQuestion({ onChoose }: { onChoose: (office: string) => void }) {
  const [office, setOffice] = useState<string | null>(null)
  const { errors, passes } = useErrors(null)
  const handleNext = () => {
    if (passes(office === null ? [{ name: 'office', message: text.choose }] : []) && office !== null) onChoose(office)
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <OfficeChoices value={office} error={errorFor(errors, 'office')} onChange={setOffice} />
      <Button onPress={handleNext}>{text.next}</Button>
    </>
  )
}

interface PlaceScreenProps {
  title: string
  wide?: boolean
  children: (place: Place, chosen: ChosenPlace) => ReactNode
}

/** A page about an office and a day. Asks which office where that is not known. */
export function PlaceScreen({ title, wide = false, children }: PlaceScreenProps) {
  const chosen = usePlace()
  return (
    <StaffScreen title={title} wide={wide}>
      {chosen.place === null ? <OfficeQuestion onChoose={chosen.chooseOffice} /> : children(chosen.place, chosen)}
    </StaffScreen>
  )
}
