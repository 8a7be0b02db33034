import type { AccountExportDto } from '@one-visit/shared/identity/contract'
import type { Account } from '../../identity/account.entity'
import type { AccountDataPart } from '../../identity/account-data'
import { actedBy } from '../../identity/acted-by'
import { SEALED } from '../../identity/person'
import { findSessions } from '../../identity/session-store'
import { appendAudit } from '../../platform/audit'
import { AuditRecord } from '../../platform/audit-record.entity'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { presentActivity } from './activity'
import { getSessionRows, type SessionDeps } from './current-session'

export type AccountDataDeps = SessionDeps & { readonly accountData: readonly AccountDataPart[] }

/** Everything kept about the person, opened, as one document (PIPL, article 45). The export itself is written down. */
export async function exportAccount(
  deps: AccountDataDeps,
  principal: ResidentPrincipal,
  requestId: string,
): Promise<AccountExportDto> {
  const { read } = deps.database
  const now = deps.clock.now()
  const { account } = await getSessionRows(read, principal)
  const { accountId } = principal
  await deps.database.inTransaction((tx) =>
    appendAudit(tx, {
      event: 'account_exported',
      ...actedBy(principal),
      requestId,
      at: now,
    }),
  )
  const sessions = await findSessions(read, { subjectKind: 'resident', subjectId: accountId }, now)
  const records = await read.find(AuditRecord, { where: { beneficiaryId: accountId }, order: { id: 'DESC' } })
  const parts = Object.fromEntries(
    await Promise.all(deps.accountData.map(async (part) => [part.name, await part.export(read, accountId)] as const)),
  )
  return {
    exportedAt: now.toISOString(),
    account: openAccount(account, deps.crypto),
    sessions: sessions.map(({ id, provider, deviceId, deviceLabel, createdAt, lastSeenAt }) => ({
      id,
      provider,
      deviceId,
      deviceLabel,
      createdAt,
      lastSeenAt,
    })),
    follows: parts['follows'] ?? [],
    messages: parts['messages'] ?? [],
    appointments: parts['appointments'] ?? [],
    family: parts['family'] ?? [],
    licences: parts['licences'] ?? [],
    mandates: parts['mandates'] ?? [],
    helpRequests: parts['helpRequests'] ?? [],
    applications: parts['applications'] ?? [],
    activity: records.map((record) => presentActivity(record, accountId)),
  }
}

function openAccount(account: Account, crypto: FieldCrypto): Record<string, unknown> {
  const open = (sealed: string | null, purpose: string): string | null => (sealed === null ? null : crypto.open(sealed, purpose))
  return {
    id: account.id,
    phone: open(account.phoneSealed, SEALED.phone),
    wechatOpenId: open(account.wechatSealed, SEALED.wechat),
    name: open(account.nameSealed, SEALED.name),
    residentId: open(account.residentIdSealed, SEALED.residentId),
    realNameVerifiedAt: account.realNameVerifiedAt,
    privacyVersion: account.privacyVersion,
    createdAt: account.createdAt,
  }
}
