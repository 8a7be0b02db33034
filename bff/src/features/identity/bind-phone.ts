import type { BindPhoneInput, SessionDto } from '@one-visit/shared/identity/contract'
import type { WechatClient } from '../../departments/wechat/client'
import { Account } from '../../identity/account.entity'
import type { AccountDataPart } from '../../identity/account-data'
import { SEALED } from '../../identity/person'
import { Session } from '../../identity/session.entity'
import { appendAudit } from '../../platform/audit'
import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { sensitive, type Sensitive } from '../../platform/sensitive'
import { viewSession, type SessionDeps } from './current-session'
import { phoneIndex, redeemSmsCode } from './sms-codes'

export type BindPhoneDeps = SessionDeps & { readonly wechat: WechatClient; readonly accountData: readonly AccountDataPart[] }

/**
 * Binds a phone whose owner has just proven to hold it. When the phone already opens an account and this one is still empty
 * (WeChat only, no real name), the two become one: WeChat moves over, and the session goes on there.
 */
export async function bindPhone(
  deps: BindPhoneDeps,
  principal: ResidentPrincipal,
  input: BindPhoneInput,
  requestId: string,
): Promise<SessionDto> {
  const phone = await provenPhone(deps, input)
  const index = phoneIndex(deps.crypto, phone)
  const now = deps.clock.now()
  const accountId = await deps.database.inTransaction(async (tx) => {
    const owner = await tx.findOneBy(Account, { phoneIndex: index })
    const phoneSealed = deps.crypto.seal(phone.reveal(), SEALED.phone)
    if (owner && owner.id !== principal.accountId) await joinAccounts(tx, principal.accountId, owner, deps.accountData)
    else await tx.update(Account, { id: principal.accountId }, { phoneIndex: index, phoneSealed })
    const id = owner?.id ?? principal.accountId
    await appendAudit(tx, { event: 'phone_bound', actor: { kind: 'resident', id }, beneficiaryId: id, requestId, at: now })
    return id
  })
  return viewSession(deps, { ...principal, accountId })
}

async function provenPhone(deps: BindPhoneDeps, input: BindPhoneInput): Promise<Sensitive<string>> {
  if (input.method === 'wechat') return (await deps.wechat.phoneOf(input.code)).phone
  const phone = sensitive(input.phone)
  // The same code opens an account with this phone, so it is sent for signing in and proves the same thing here.
  await redeemSmsCode(deps, phone, 'sign_in', input.code)
  return phone
}

async function joinAccounts(tx: Transaction, emptyId: string, owner: Account, parts: readonly AccountDataPart[]): Promise<void> {
  const empty = await tx.findOneByOrFail(Account, { id: emptyId })
  const joinable =
    empty.wechatIndex !== null && empty.residentIdIndex === null && empty.phoneIndex === null && owner.wechatIndex === null
  if (!joinable) throw problem('already_bound', { detail: '这个手机号已经绑定在另一个账号上。' })
  await tx.update(Account, { id: emptyId }, { wechatIndex: null, wechatSealed: null })
  await tx.update(Account, { id: owner.id }, { wechatIndex: empty.wechatIndex, wechatSealed: empty.wechatSealed })
  await tx.update(Session, { subjectKind: 'resident', subjectId: emptyId }, { subjectId: owner.id })
  for (const part of parts) await part.move(tx, emptyId, owner.id)
  await tx.delete(Account, { id: emptyId })
}
