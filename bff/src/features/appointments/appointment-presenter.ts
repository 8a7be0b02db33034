import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import type { BookedBy } from '@one-visit/shared/appointments/rules'
import { maskName } from '@one-visit/shared/identity/rules'
import type { CountyPack } from '../../platform/county-pack'
import type { AppointmentRow } from './appointment-store'
import type { AppointmentDeps } from './deps'
import { findItemGroup, findOffice, itemGroupName, officeName } from './pack-names'
import { SEALED_VISIT } from './visitor'

export type PresenterDeps = Pick<AppointmentDeps, 'crypto' | 'pack' | 'clock'>

/** The row as its person sees it. */
export function presentAppointment({ crypto, pack, clock }: PresenterDeps, row: AppointmentRow): AppointmentDto {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    itemGroup: { id: row.item_group, name: itemGroupName(pack, row.item_group) },
    office: presentOffice(pack, row.office_id),
    date: row.date,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    beginsAt: row.begins_at,
    beneficiary: row.name_sealed === null ? '' : maskName(crypto.open(row.name_sealed, SEALED_VISIT.name)),
    channel: row.channel,
    bookedBy: bookedBy(row),
    bring: findItemGroup(pack, row.item_group)?.bring ?? [],
    changeable: isChangeable(row, clock.now()),
    ticket: row.ticket,
    window: row.window_label,
    endedReason: row.ended_by === 'office' ? row.ended_reason : null,
    movedTo: row.moved_to,
    bookedAt: row.created_at,
  }
}

/** A resident who books in somebody's name is of the family: only volunteers and they are given mandates. */
function bookedBy({ actor_kind, channel }: AppointmentRow): BookedBy {
  if (actor_kind === 'resident') return channel === 'proxy' ? 'family' : 'self'
  return actor_kind === 'staff' ? 'office' : 'volunteer'
}

/** Until the slot starts. */
export function isChangeable(row: Pick<AppointmentRow, 'status' | 'begins_at'>, now: Date): boolean {
  return row.status === 'booked' && Date.parse(row.begins_at) > now.getTime()
}

/** An office that has left the pack since is named by the county's telephone. */
function presentOffice(pack: CountyPack, id: string): AppointmentDto['office'] {
  const office = findOffice(pack, id)
  return {
    id,
    name: officeName(pack, id),
    address: office?.address ?? '',
    phone: office?.phone ?? pack.county.phone,
    location: office?.location ?? null,
    sampleAddress: office?.sample.includes('address') ?? false,
  }
}
