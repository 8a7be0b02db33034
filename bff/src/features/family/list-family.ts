import type { FamilyDto, FamilyViewerDto } from '@one-visit/shared/family/contract'
import { Account } from '../../identity/account.entity'
import { getVerifiedPerson, SEALED } from '../../identity/person'
import type { Reader } from '../../platform/database'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { FamilyDeps } from './deps'
import { presentMember, presentViewer } from './family-presenter'
import { findLiveMembers } from './live-members'

type Deps = Pick<FamilyDeps, 'database' | 'crypto' | 'clock'>

/** Whom this account shows, and whose accounts show this person, requests included; oldest first. */
export async function listFamily(deps: Deps, { accountId }: Pick<ResidentPrincipal, 'accountId'>): Promise<FamilyDto> {
  const { read } = deps.database
  const now = deps.clock.now()
  const { residentIdIndex } = await getVerifiedPerson(read, deps.crypto, accountId)
  const members = await findLiveMembers(read, { accountId }, now)
  return {
    members: members.map((member) => presentMember(member, deps.crypto, now)),
    viewers: await listViewers(deps, read, residentIdIndex, now),
  }
}

async function listViewers(deps: Deps, read: Reader, personIndex: string, now: Date): Promise<FamilyViewerDto[]> {
  const rows = await findLiveMembers(read, { personIndex }, now)
  const viewers = await Promise.all(
    rows.map(async (row) => {
      const account = await read.findOneBy(Account, { id: row.accountId })
      return account?.nameSealed ? [presentViewer(row, deps.crypto.open(account.nameSealed, SEALED.name))] : []
    }),
  )
  return viewers.flat()
}
