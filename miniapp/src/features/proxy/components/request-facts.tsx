import { View } from '@tarojs/components'
import type { HelpRequestDto } from '@one-visit/shared/proxy/contract'
import { formatMandateNumber, TOPIC_TEXT, WAY_TEXT } from '@one-visit/shared/proxy/rules'
import { Heading } from '../../../ui/heading'
import { SummaryList, type SummaryRow } from '../../../ui/lists'
import { formatInstant, formatLocalDate } from '../../../ui/when'
import { requestText } from '../request-text'
import { formatWish, isOpen } from '../words'

const text = requestText.one

function rowsOf(request: HelpRequestDto): SummaryRow[] {
  const { check } = requestText
  const { promisedBy, volunteer, words, closedAt, outcome, status } = request
  const promised = promisedBy === null ? text.noPromise : formatLocalDate(promisedBy)
  return [
    ...(outcome === null ? [] : [{ label: status === 'cancelled' ? text.cancelled : text.outcome, value: outcome }]),
    ...(isOpen(request) ? [{ label: text.promised, value: promised }] : []),
    ...(volunteer === null && !isOpen(request) ? [] : [{ label: text.volunteer, value: volunteer ?? text.noVolunteer }]),
    { label: check.who, value: request.person },
    { label: check.what, value: TOPIC_TEXT[request.topic] },
    ...(words === '' ? [] : [{ label: check.words, value: words }]),
    { label: check.how, value: WAY_TEXT[request.way] },
    { label: text.office, value: request.office.name },
    { label: check.day, value: formatWish(request.date, request.part) },
    { label: text.number, value: formatMandateNumber(request.number) },
    { label: text.opened, value: formatInstant(request.openedAt) },
    ...(closedAt === null ? [] : [{ label: text.closed, value: formatInstant(closedAt) }]),
  ]
}

/** What was asked for, who comes, and what came of it. */
export function RequestFacts({ request }: { request: HelpRequestDto }) {
  return (
    <View>
      <Heading>{text.facts}</Heading>
      <SummaryList label={text.facts} rows={rowsOf(request)} />
    </View>
  )
}
