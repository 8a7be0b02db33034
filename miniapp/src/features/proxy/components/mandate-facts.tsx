import { Text, View } from '@tarojs/components'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { ENDING_TEXT, EVIDENCE_TEXT, formatMandateNumber } from '@one-visit/shared/proxy/rules'
import { Heading } from '../../../ui/heading'
import { SummaryList, type SummaryRow } from '../../../ui/lists'
import { operationLine } from '../../../ui/mandate-slip'
import { formatInstant } from '../../../ui/when'
import type { SeenMandate } from '../hooks/use-mandates'
import { mandateText } from '../mandate-text'

const text = mandateText.one

/** One line for each thing that may be done. */
export function Scope({ scope }: Pick<MandateDto, 'scope'>) {
  return scope.map((entry) => (
    <View key={entry.operation} className="ov-point">
      <Text>{`· ${operationLine(entry)}`}</Text>
    </View>
  ))
}

function whoActs({ actor: { name, kind, office } }: MandateDto): string {
  return [name, text.kinds[kind], ...(office === null ? [] : [office])].join(' · ')
}

function timesOf({ status, startsAt, expiresAt, endedAt, days, ending }: MandateDto): SummaryRow[] {
  const isWaiting = status === 'pending'
  return [
    ...(startsAt === null ? [] : [{ label: text.from, value: formatInstant(startsAt) }]),
    ...(isWaiting ? [{ label: text.until, value: text.days(days) }] : []),
    { label: isWaiting || startsAt === null ? text.lapses : text.until, value: formatInstant(expiresAt) },
    ...(endedAt === null ? [] : [{ label: text.ended, value: formatInstant(endedAt) }]),
    ...(ending === null ? [] : [{ label: text.ending, value: ENDING_TEXT[ending] }]),
  ]
}

/** Who, for whom, what, how agreed, until when. */
export function MandateFacts({ seen: { mandate, side } }: { seen: SeenMandate }) {
  const { principal, evidence, number, scope } = mandate
  return (
    <View>
      <Heading>{text.facts}</Heading>
      <SummaryList
        label={text.facts}
        rows={[
          { label: text.actor, value: side === 'actor' ? text.you(mandate.actor.name) : whoActs(mandate) },
          { label: text.principal, value: side === 'person' ? text.you(principal) : principal },
          { label: text.scope, value: <Scope scope={scope} /> },
          ...timesOf(mandate),
          ...(evidence === null ? [] : [{ label: text.evidence, value: EVIDENCE_TEXT[evidence] }]),
          { label: text.number, value: formatMandateNumber(number) },
        ]}
      />
    </View>
  )
}
