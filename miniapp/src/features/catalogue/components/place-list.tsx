import type { OfficeDto } from '@one-visit/shared/county/contract'
import { useNearness } from '../../../platform/use-nearness'
import { List, ListLink, type ListLinkProps } from '../../../ui/lists'
import { NearFirst } from '../../../ui/near-first'
import { nearText } from '../../../ui/near-text'

interface PlaceListProps {
  label: string
  /** In the order in which they stand while no position is known. */
  offices: readonly OfficeDto[]
  hintsOf: (office: OfficeDto) => readonly string[]
  tagOf: (office: OfficeDto) => ListLinkProps['tag'] | null
  onPick: (office: OfficeDto) => void
}

/** Places, the nearest first when the person allows it. */
export function PlaceList({ label, offices, hintsOf, tagOf, onPick }: PlaceListProps) {
  const nearness = useNearness()
  return (
    <>
      <NearFirst nearness={nearness} places={offices} />
      <List label={label}>
        {nearness.rank(offices).map(({ office, away }) => {
          const tag = tagOf(office)
          return (
            <ListLink
              key={office.id}
              title={office.name}
              hint={[...(away === null ? [] : [nearText.away(away)]), ...hintsOf(office)]}
              {...(tag ? { tag } : {})}
              onPress={() => {
                onPick(office)
              }}
            />
          )
        })}
      </List>
    </>
  )
}
