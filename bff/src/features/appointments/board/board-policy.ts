import type { CountyPack } from '../../../platform/county-pack'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'

export type Office = CountyPack['offices'][number]

/** Supervisors and administrators work at every office, and so does a clerk who belongs to none; other clerks at their own. */
function canWorkAt(staff: StaffPrincipal, officeId: string): boolean {
  return staff.role !== 'clerk' || staff.officeId === null || staff.officeId === officeId
}

/** The office, for somebody who works there; throws `not_allowed`, and `not_found` when the county has no such office. */
export function requireOffice(pack: CountyPack, staff: StaffPrincipal, officeId: string): Office {
  if (!canWorkAt(staff, officeId)) throw problem('not_allowed', { detail: '您只能处理自己网点的预约。' })
  const office = pack.offices.find((one) => one.id === officeId)
  if (!office) throw problem('not_found', { detail: '没有这个网点。' })
  return office
}

/** The windows of an item group at an office; throws `not_found` when it is not done there. */
export function requireWindows(office: Office, itemGroup: string): Office['windows'][number] {
  const windows = office.windows.find((one) => one.itemGroup === itemGroup)
  if (!windows) throw problem('not_found', { detail: '这个网点不办这一类事。' })
  return windows
}
