import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import type { ReactNode } from 'react'
import { go, useQuery } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { boardText } from '../board-text'
import { useVisits } from '../hooks/use-live'
import type { Place } from '../place'
import { STAFF_PAGES } from '../staff-pages'
import { visitText } from '../visit-text'
import { Live } from './live'

export function BackToBoard({ place: { office, date } }: { place: Place }) {
  return (
    <Button kind="secondary" onPress={() => void go(STAFF_PAGES.board, { office, date })}>
      {boardText.slot.board}
    </Button>
  )
}

/** The visit that the page is opened for (`slot`, `visit`), followed as it changes. */
export function WithVisit({ place, children }: { place: Place; children: (visit: BoardVisitDto) => ReactNode }) {
  const { slot, visit: id } = useQuery()
  const look = useVisits(place, slot)
  return (
    <Live look={look}>
      {({ items }) => {
        const visit = items.find((item) => item.id === id)
        if (visit) return children(visit)
        return (
          <>
            <Notice kind="warning" title={visitText.visit.gone}>
              {visitText.visit.goneNext}
            </Notice>
            <BackToBoard place={place} />
          </>
        )
      }}
    </Live>
  )
}
