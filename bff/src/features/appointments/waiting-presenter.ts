import type { WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import type { CountyPack } from '../../platform/county-pack'
import { itemGroupName, officeName } from './pack-names'
import type { PlacedEntry } from './waiting-store'

/** The entry as its person sees it. */
export function presentWaitingEntry(pack: CountyPack, row: PlacedEntry): WaitingEntryDto {
  return {
    id: row.id,
    status: row.status,
    cause: row.cause,
    itemGroup: { id: row.item_group, name: itemGroupName(pack, row.item_group) },
    office: { id: row.office_id, name: officeName(pack, row.office_id) },
    slotId: row.slot_id,
    date: row.date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    ahead: row.status === 'waiting' ? row.ahead : 0,
    offerEndsAt: row.status === 'offered' ? row.offer_ends_at : null,
    joinedAt: row.created_at,
  }
}
