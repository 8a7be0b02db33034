import type { ScanDto } from '@one-visit/shared/proxy/staff-contract'
import type { ScanViewReason } from '@one-visit/shared/proxy/rules'
import { appendAudit } from '../../../platform/audit'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { getMandateOfOffice } from './find-mandate'
import { handOf } from './mandate-audit'
import { typeOfScan } from './read-scan'
import { findScan } from './scan-store'

interface Wanted {
  readonly id: string
  readonly reason: ScanViewReason
  readonly requestId: string
}

/**
 * The picture of both ID cards that was kept with a witnessed mandate: without anybody who may look at it, there would be no reason
 * to keep it. Nothing is handed over before it is written down, for the person to read. Throws `not_found` where there is none.
 */
export async function viewScan(deps: MandateDeps, staff: StaffPrincipal, { id, reason, requestId }: Wanted): Promise<ScanDto> {
  const mandate = await getMandateOfOffice(deps, staff, id)
  const scan = await findScan(deps.database.read, deps.crypto, id)
  const type = scan && typeOfScan(scan.image)
  if (!scan || !type) throw problem('not_found', { detail: '这份委托没有留下照片。' })
  const who = { actor: handOf(staff), beneficiaryId: mandate.accountId, subject: id }
  const at = deps.clock.now()
  await deps.database.inTransaction((tx) =>
    appendAudit(tx, { event: 'mandate_scan_viewed', ...who, data: { reason }, requestId, at }),
  )
  return { image: scan.image.toString('base64'), type, takenAt: scan.takenAt.toISOString() }
}
