import { DAY_PART_TEXT, DAY_PARTS } from '@one-visit/shared/proxy/rules'
import { useState } from 'react'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { uiText } from '../../../../ui/text'
import { useErrors } from '../../../../ui/use-errors'
import { formatLocalDate } from '../../../../ui/when'
import { ProxyScreen } from '../../components/proxy-screen'
import { PROXY_PAGES } from '../../proxy-pages'
import { daysToWish, readPart, useRequestFlow } from '../../request-flow'
import { requestText } from '../../request-text'

const text = requestText.day
/** A week at a time: sixty days at once are no choice. */
const WEEK = 7
const PARTS = DAY_PARTS.map((value) => ({ value, title: DAY_PART_TEXT[value] }))
const NEAR = [text.today, text.tomorrow]

function useDays(before: string) {
  const [days] = useState(daysToWish)
  const [date, setDate] = useState(() => days.find((day) => day === before) ?? null)
  const [shown, setShown] = useState(() => Math.max(WEEK, (date === null ? 0 : days.indexOf(date)) + 1))
  const choices = days.slice(0, shown).map((value, ahead) => {
    const near = NEAR[ahead]
    return { value, title: formatLocalDate(value), ...(near === undefined ? {} : { hint: near }) }
  })
  const handleMore = () => {
    setShown(shown + WEEK)
  }
  return { date, setDate, choices, hasMore: shown < days.length, handleMore }
}

function Question() {
  const { answers, proceed } = useRequestFlow()
  const { date, setDate, choices, hasMore, handleMore } = useDays(answers.date)
  const [part, setPart] = useState(() => readPart(answers.part))
  const { errors, passes } = useErrors(null)
  const handleNext = () => {
    if (passes(date === null ? [{ name: 'date', message: text.wrong }] : []) && date !== null)
      void proceed(PROXY_PAGES.day, { date, part })
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <RadioGroup
        name="date"
        label={text.label}
        choices={choices}
        value={date}
        error={errorFor(errors, 'date')}
        onChange={setDate}
      />
      {hasMore && (
        <Button kind="secondary" onPress={handleMore}>
          {text.more}
        </Button>
      )}
      <RadioGroup name="part" label={text.part} choices={PARTS} value={part} onChange={setPart} inline />
      <Button onPress={handleNext}>{uiText.next}</Button>
    </>
  )
}

export default function DayPage() {
  return (
    <ProxyScreen title={text.title} why={requestText}>
      <Question />
    </ProxyScreen>
  )
}
