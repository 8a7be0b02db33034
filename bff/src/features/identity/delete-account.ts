import { forgetCopiesOf } from '../../departments/copy-store'
import { Account } from '../../identity/account.entity'
import { actedBy } from '../../identity/acted-by'
import { replyScopesOf } from '../../identity/reply-scopes'
import { endAllSessions } from '../../identity/session-store'
import { SmsCode } from '../../identity/sms-code.entity'
import { appendAudit } from '../../platform/audit'
import { forgetReplies } from '../../platform/idempotency'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { AccountDataDeps } from './export-account'

/**
 * Deletes the account and all that is kept about it, at once (PIPL, article 47). The audit stays: it holds ids only, and
 * with the account gone nobody can say whose they were.
 */
export async function deleteAccount(deps: AccountDataDeps, principal: ResidentPrincipal, requestId: string): Promise<void> {
  const { accountId } = principal
  await deps.database.inTransaction(async (tx) => {
    const account = await tx.findOneByOrFail(Account, { id: accountId })
    // Before its mandates go, which say who has acted.
    const scopes = await replyScopesOf(tx, accountId)
    for (const part of deps.accountData) await part.erase(tx, accountId)
    if (account.phoneIndex) await tx.delete(SmsCode, { phoneIndex: account.phoneIndex })
    if (account.residentIdIndex) await forgetCopiesOf(tx, account.residentIdIndex)
    await forgetReplies(tx, scopes)
    await endAllSessions(tx, { subjectKind: 'resident', subjectId: accountId })
    await tx.delete(Account, { id: accountId })
    await appendAudit(tx, {
      event: 'account_deleted',
      ...actedBy(principal),
      requestId,
      at: deps.clock.now(),
    })
  })
}
