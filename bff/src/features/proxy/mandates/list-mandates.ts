import type { MandateDto, MandatesDto } from '@one-visit/shared/proxy/contract'
import { MoreThan } from 'typeorm'
import { Mandate } from '../../../identity/mandate.entity'
import type { ResidentPrincipal, StaffPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { presentMandates } from './mandate-presenter'

/** Enough for years of an ordinary life; the export has them all. */
const SHOWN = 50

/** What the person gave and holds, those that have ended too, newest first. */
export async function listMandates(deps: MandateDeps, { accountId }: ResidentPrincipal): Promise<MandatesDto> {
  const { read } = deps.database
  const newest = { order: { id: 'DESC' }, take: SHOWN } as const
  const [given, held] = await Promise.all([
    read.find(Mandate, { where: { accountId }, ...newest }),
    read.find(Mandate, { where: { actorKind: 'resident', actorId: accountId }, ...newest }),
  ])
  return { given: await presentMandates(deps, read, given), held: await presentMandates(deps, read, held) }
}

/** For whom the volunteer may act now, newest first. Whoever has given the task back, or closed it, acts for nobody. */
export async function listHeldByVolunteer(deps: MandateDeps, { staffId }: StaffPrincipal): Promise<{ items: MandateDto[] }> {
  const { read } = deps.database
  const held = await read.find(Mandate, {
    where: { actorKind: 'volunteer', actorId: staffId, status: 'active', expiresAt: MoreThan(deps.clock.now().toISOString()) },
    order: { id: 'DESC' },
  })
  return { items: await presentMandates(deps, read, held) }
}
