import { Text, View } from '@tarojs/components'
import { role } from '../../../platform/accessibility'
import { go } from '../../../platform/navigation'
import { TextButton } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { uiText } from '../../../ui/text'
import { doorsFor } from '../found-doors'
import type { Found, Search } from '../hooks/use-search'
import { catalogueText } from '../text'
import { ItemRows } from './item-rows'
import { NothingFound } from './nothing-found'

const text = catalogueText.search

function summaryOf({ query, items, from }: Found): string {
  if (items.length > 0) return text.count(items.length, query)
  return from === 'phone' ? text.nothingOnPhone(query) : text.nothing(query)
}

/** Where an answer comes from that is not the county's. */
function SmallList({ problem, again }: Pick<Search, 'problem' | 'again'>) {
  if (problem === null) return <Notice title={text.slow.title}>{text.slow.note}</Notice>
  return (
    <Notice kind="warning" title={text.onPhone.title}>
      <Text>{`${problem.title}。${text.onPhone.note}`}</Text>
      <TextButton onPress={again}>{uiText.retry}</TextButton>
    </Notice>
  )
}

/** Pages that are no items, but may be what is meant. */
function FoundDoors({ doors }: { doors: ReturnType<typeof doorsFor> }) {
  return (
    <View className="ov-stack">
      <Heading>{text.doors}</Heading>
      <List label={text.doors}>
        {doors.map(({ title, hint, page }) => (
          <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
        ))}
      </List>
    </View>
  )
}

/** What was found, and where: by the county, or in the small list on the phone. */
export function SearchResults({ search }: { search: Search }) {
  const { found, problem, again } = search
  const doors = found ? doorsFor(found.query) : []
  return (
    <>
      {doors.length > 0 && <FoundDoors doors={doors} />}
      <View {...role('status')} aria-live="polite">
        {found && <Text className="ov-label">{summaryOf(found)}</Text>}
      </View>
      {found?.from === 'phone' && <SmallList problem={problem} again={again} />}
      {found === null && problem && <ProblemNotice problem={problem} onRetry={again} />}
      {found && found.items.length > 0 && <ItemRows key={found.query} label={text.list(found.query)} items={found.items} />}
      {found?.items.length === 0 && doors.length === 0 && <NothingFound />}
    </>
  )
}
