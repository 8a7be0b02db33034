import { Text, View } from '@tarojs/components'
import { role } from '../platform/accessibility'
import { useTicks } from '../platform/ticks'
import { Checkbox } from './choices'
import { Heading } from './heading'
import { Tag } from './tag'

/** Not in text.ts, which is in the main package. */
const text = {
  hint: '备好一样点一样，记在这部手机上。',
  nothing: '什么都不用带。',
  fetched: '不用带',
  fetchedList: '不用带的，县里自己查',
} as const

interface Paper {
  name: string
  note: string | null
  /** The county looks it up itself. */
  fetched: boolean
}

interface BringListProps {
  /** For instance 要带什么. */
  title: string
  /** Of what the papers are: ticks are kept apart by it. */
  of: string
  documents: readonly Paper[]
}

function ToBring({ title, of, documents }: BringListProps) {
  const { isTicked, tick } = useTicks(of)
  return (
    <>
      <Text className="ov-soft">{text.hint}</Text>
      <View className="ov-choices" {...role('group')} aria-label={title}>
        {documents.map(({ name, note }, index) => (
          <Checkbox
            key={name}
            name={`bring-${String(index)}`}
            title={name}
            {...(note === null ? {} : { hint: note })}
            checked={isTicked(name)}
            onChange={(checked) => {
              tick(name, checked)
            }}
          />
        ))}
      </View>
    </>
  )
}

/** What the county looks up itself: named, so that nobody brings it to be safe. */
function Fetched({ documents }: Pick<BringListProps, 'documents'>) {
  return (
    <View className="ov-list" {...role('list')} aria-label={text.fetchedList}>
      {documents.map(({ name, note }) => (
        <View key={name} className="ov-row" {...role('listitem')}>
          <View className="ov-row-text">
            <Text>{name}</Text>
            {note !== null && <Text className="ov-soft">{note}</Text>}
          </View>
          <Tag kind="success">{text.fetched}</Tag>
        </View>
      ))}
    </View>
  )
}

/** What to bring, to be ticked off, and what not. */
export function BringList({ title, of, documents }: BringListProps) {
  const toBring = documents.filter(({ fetched }) => !fetched)
  const fetched = documents.filter((one) => one.fetched)
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      {toBring.length > 0 ? <ToBring title={title} of={of} documents={toBring} /> : <Text>{text.nothing}</Text>}
      {fetched.length > 0 && <Fetched documents={fetched} />}
    </View>
  )
}
