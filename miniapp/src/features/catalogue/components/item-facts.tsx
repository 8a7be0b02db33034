import type { ItemDto } from '@one-visit/shared/catalogue/contract'
import { Text, View } from '@tarojs/components'
import { role } from '../../../platform/accessibility'
import { Heading } from '../../../ui/heading'
import { SummaryList } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { Tag } from '../../../ui/tag'
import { catalogueText } from '../text'

const text = catalogueText.item
const { tags } = catalogueText

/** What it is, in a sentence, and what is worth knowing at once. */
export function ItemSummary({ item: { summary, extraDays, online, crossProvince } }: { item: ItemDto }) {
  const hasTags = extraDays || online !== null || crossProvince !== null
  return (
    <>
      <Text>{summary}</Text>
      {hasTags && (
        <View className="ov-tags">
          {extraDays && <Tag kind="active">{tags.extraDays}</Tag>}
          {online !== null && <Tag kind="quiet">{tags.online}</Tag>}
          {crossProvince !== null && <Tag kind="quiet">{tags.crossProvince}</Tag>}
        </View>
      )}
    </>
  )
}

/** How long it takes and what it costs. */
export function ItemFacts({ item: { promisedWorkingDays: days, fee, department, code } }: { item: ItemDto }) {
  const rows = [
    { label: text.time, value: days === 0 ? text.atOnce : text.days(days) },
    { label: text.fee, value: fee ?? text.free },
    { label: text.department, value: department },
    ...(code === null ? [] : [{ label: text.code, value: code }]),
  ]
  return (
    <View className="ov-stack">
      <Heading>{text.facts}</Heading>
      <SummaryList label={text.facts} rows={rows} />
    </View>
  )
}

/** The steps, and the ways for who cannot come. */
export function ItemSteps({ item: { steps, online, ways, crossProvince, lifeEvent, extraDays } }: { item: ItemDto }) {
  const notes = [
    online,
    extraDays ? text.extraDays : null,
    ways.includes('proxy') ? text.proxy : null,
    crossProvince && text.crossProvince[crossProvince],
    lifeEvent === null ? null : text.lifeEvent(lifeEvent),
  ].filter((note) => note !== null)
  return (
    <View className="ov-stack">
      <Heading>{text.how}</Heading>
      <View {...role('list')} aria-label={text.how}>
        {steps.map((step, index) => (
          <View key={step} {...role('listitem')}>
            {`${String(index + 1)}. ${step}`}
          </View>
        ))}
      </View>
      {notes.map((note) => (
        <Text key={note}>{note === online ? `${text.online}：${note}` : note}</Text>
      ))}
    </View>
  )
}

/** Nobody takes what is made up for what holds. */
export function SampleNotice({ item: { sample } }: { item: ItemDto }) {
  if (sample.length === 0) return null
  return <Notice title={text.sample.title}>{text.sample.parts(sample)}</Notice>
}
