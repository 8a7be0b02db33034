import { Text, View } from '@tarojs/components'
import { role } from '../../../platform/accessibility'

export interface DataTableProps {
  label: string
  /** The first names what the rows are. */
  columns: readonly string[]
  rows: readonly { key: string; cells: readonly string[] }[]
}

/** Figures in rows and columns; on a phone each cell carries the name of its column instead. */
export function DataTable({ label, columns, rows }: DataTableProps) {
  return (
    <View className="ov-table" {...role('table')} aria-label={label}>
      <View className="ov-table-row ov-table-heads" {...role('row')}>
        {columns.map((column) => (
          <View key={column} className="ov-table-cell" {...role('columnheader')}>
            {column}
          </View>
        ))}
      </View>
      {rows.map(({ key, cells: [first, ...rest] }) => (
        <View key={key} className="ov-table-row" {...role('row')}>
          <View className="ov-table-cell ov-table-first" {...role('rowheader')}>
            {first}
          </View>
          {rest.map((cell, index) => (
            <View key={columns[index + 1] ?? index} className="ov-table-cell" {...role('cell')}>
              <Text className="ov-table-label">{`${columns[index + 1] ?? ''} `}</Text>
              {cell}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
