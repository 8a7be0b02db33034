import type { OfficeDto } from '@one-visit/shared/county/contract'
import { distanceMetres, type Position } from '@one-visit/shared/appointments/distance'
import { useState } from 'react'
import { findPosition } from './location'

export interface RankedOffice {
  office: OfficeDto
  /** Metres as the crow flies; null while that is not known. */
  away: number | null
}

/** Infinity minus infinity is no number, so two unknown distances are compared by hand. */
function compareAway(one: number | null, other: number | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
  return one - other
}

/** The county hall first; with a position the nearest first, and those without a place on the map last. */
export function rankOffices(offices: readonly OfficeDto[], position: Position | null): RankedOffice[] {
  const isHall = ({ kind }: OfficeDto) => (kind === 'county_hall' ? 0 : 1)
  const ranked = offices.map((office) => ({
    office,
    away: position && office.location ? distanceMetres(position, office.location) : null,
  }))
  return ranked.sort((a, b) => compareAway(a.away, b.away) || isHall(a.office) - isHall(b.office))
}

export interface Nearness {
  rank: (offices: readonly OfficeDto[]) => RankedOffice[]
  state: 'not-asked' | 'asking' | 'known' | 'refused'
  handleAsk: () => Promise<void>
}

/** The position stays in this page: it is neither sent nor kept. */
export function useNearness(): Nearness {
  const [position, setPosition] = useState<Position | null>(null)
  const [state, setState] = useState<Nearness['state']>('not-asked')
  return {
    rank: (offices) => rankOffices(offices, position),
    state,
    handleAsk: async () => {
      if (state === 'asking') return
      setState('asking')
      const found = await findPosition()
      setPosition(found)
      setState(found === null ? 'refused' : 'known')
    },
  }
}
