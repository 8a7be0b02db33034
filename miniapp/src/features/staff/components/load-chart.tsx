import { Text, View } from '@tarojs/components'
import { role } from '../../../platform/accessibility'
import { IS_BROWSER } from '../../../platform/target'
import { Heading } from '../../../ui/heading'
import { boardText } from '../board-text'
import { missedRate, type Load } from '../load-table'
import { DataTable } from './data-table'

const text = boardText.load

const share = (part: number, most: number) => ({ width: `${String(most === 0 ? 0 : Math.round((part / most) * 100))}%` })

function Bars({ title, loads }: { title: string; loads: readonly Load[] }) {
  const most = Math.max(...loads.map(({ capacity, booked }) => Math.max(capacity, booked)))
  return (
    <View className="ov-bars" {...role('img')} aria-label={text.chart(title)}>
      {loads.map(({ key, name, capacity, booked, noShow }) => (
        <View key={key} aria-hidden="true">
          <Text>{`${name} ${String(booked)}/${String(capacity)}`}</Text>
          <View className="ov-bar" style={share(capacity, most)}>
            <View className="ov-bar-part" style={share(booked, capacity)} />
            <View className="ov-bar-part ov-bar-missed" style={share(noShow, capacity)} />
          </View>
        </View>
      ))}
    </View>
  )
}

interface LoadChartProps {
  title: string
  /** What the rows are: hours or offices. */
  what: string
  loads: readonly Load[]
}

/** Bars in browsers, and everywhere the same figures as a table. */
export function LoadChart({ title, what, loads }: LoadChartProps) {
  const { columns } = text
  return (
    <>
      <Heading>{title}</Heading>
      {IS_BROWSER && <Bars title={title} loads={loads} />}
      <DataTable
        label={title}
        columns={[what, columns.capacity, columns.booked, columns.done, columns.noShow, columns.rate]}
        rows={loads.map((load) => ({
          key: load.key,
          cells: [load.name, ...[load.capacity, load.booked, load.done, load.noShow].map(String), missedRate(load)],
        }))}
      />
    </>
  )
}
