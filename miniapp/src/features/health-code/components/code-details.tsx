import { Text, View } from '@tarojs/components'
import type { HealthCodeDto } from '@one-visit/shared/health-code/contract'
import type { ReactNode } from 'react'
import { Heading } from '../../../ui/heading'
import { SummaryList, type SummaryRow } from '../../../ui/lists'
import { Tag } from '../../../ui/tag'
import { formatInstant, formatLocalDate } from '../../../ui/when'
import { healthCodeText as text } from '../text'

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      {children}
    </View>
  )
}

interface RecordsProps {
  title: string
  /** Null: could not be had. */
  rows: readonly SummaryRow[] | null
  none: string
}

function Records({ title, rows, none }: RecordsProps) {
  return (
    <Section title={title}>
      {rows === null && <Text>{text.missing}</Text>}
      {rows?.length === 0 && <Text>{none}</Text>}
      {rows !== null && rows.length > 0 && <SummaryList label={title} rows={rows} />}
    </Section>
  )
}

const testRows = (tests: HealthCodeDto['tests']): SummaryRow[] | null =>
  tests?.map(({ takenAt, place, result }) => ({
    label: `${formatInstant(takenAt)} · ${place}`,
    value: text.result(result),
  })) ?? null

const doseRows = (doses: HealthCodeDto['vaccinations']): SummaryRow[] | null =>
  doses?.map(({ vaccine, dose, date, place }) => ({
    label: text.dose(vaccine, dose),
    value: `${date.slice(0, 4)}年${formatLocalDate(date)} · ${place}`,
  })) ?? null

function TravelCard({ code: { travelCard, travelCardMissing } }: { code: HealthCodeDto }) {
  if (travelCard === null) {
    return (
      <Section title={text.travel}>
        <Text>{travelCardMissing ?? text.missing}</Text>
      </Section>
    )
  }
  const rows = travelCard.places.map(({ name, atRisk }) => ({
    label: name,
    value: <Tag kind={atRisk ? 'warning' : 'success'}>{atRisk ? text.atRisk : text.safe}</Tag>,
  }))
  return (
    <Section title={text.travel}>
      {travelCard.stale && <Text>{text.travelStale(formatInstant(travelCard.asOf))}</Text>}
      {rows.length === 0 ? <Text>{text.noPlaces}</Text> : <SummaryList label={text.travelWhy} rows={rows} />}
    </Section>
  )
}

/** Why and until when, and what goes with the code; nothing of it hides the code when it is missing. */
export function CodeDetails({ code }: { code: HealthCodeDto }) {
  return (
    <>
      <Section title={text.facts}>
        <SummaryList
          label={text.facts}
          rows={[
            { label: text.reason, value: code.reason },
            { label: text.ends, value: code.expiresAt === null ? text.noEnd : formatInstant(code.expiresAt) },
          ]}
        />
      </Section>
      <Records title={text.tests} rows={testRows(code.tests)} none={text.noTests} />
      <Records title={text.vaccinations} rows={doseRows(code.vaccinations)} none={text.noVaccinations} />
      <TravelCard code={code} />
    </>
  )
}
