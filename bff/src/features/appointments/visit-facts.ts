import type { CountyPack } from '../../platform/county-pack'
import type { AppointmentDeps } from './deps'
import { findOffice, itemGroupName, officeName } from './pack-names'
import { SEALED_VISIT } from './visitor'
import type { Recipient, TimeFacts, VisitFacts } from './visit-notices'

interface TimeRow {
  readonly office_id: string
  readonly item_group: string
  readonly date: string
  readonly starts_at: string
}

/** A slot's time and place as notices say it. */
export function timeFactsOf(pack: CountyPack, row: TimeRow): TimeFacts {
  return {
    itemGroupName: itemGroupName(pack, row.item_group),
    officeName: officeName(pack, row.office_id),
    officePhone: findOffice(pack, row.office_id)?.phone ?? pack.county.phone,
    date: row.date,
    startsAt: row.starts_at,
  }
}

export function visitFactsOf(pack: CountyPack, row: TimeRow & { readonly id: string; readonly number: string }): VisitFacts {
  return { ...timeFactsOf(pack, row), appointmentId: row.id, number: row.number }
}

/** `phone`: the one given for the visit, for a person without an account, or with one that has no phone. */
export function recipientOf(
  { crypto }: Pick<AppointmentDeps, 'crypto'>,
  { account_id, phone_sealed }: { readonly account_id: string | null; readonly phone_sealed: string | null },
): Recipient {
  const phone = phone_sealed === null ? null : crypto.open(phone_sealed, SEALED_VISIT.phone)
  return { accountId: account_id, phone }
}
