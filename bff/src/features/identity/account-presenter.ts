import type { AccountDto, SessionDto } from '@one-visit/shared/identity/contract'
import { maskName, maskPhone, maskResidentId } from '@one-visit/shared/identity/rules'
import type { Account } from '../../identity/account.entity'
import { SEALED } from '../../identity/person'
import type { Session } from '../../identity/session.entity'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'

export type ShownAccount = Omit<Account, 'phoneIndex' | 'wechatSealed' | 'provincialIndex' | 'residentIdIndex' | 'privacyVersion'>
export type ShownSession = Pick<Session, 'id' | 'idleExpiresAt' | 'absoluteExpiresAt' | 'stepUpUntil'>

/** The person as the app shows them: names and numbers masked here, so that a full one never travels by accident. */
export function presentAccount(account: ShownAccount, crypto: FieldCrypto): AccountDto {
  const masked = (sealed: string | null, purpose: string, mask: (value: string) => string): string | null =>
    sealed === null ? null : mask(crypto.open(sealed, purpose))
  return {
    id: account.id,
    phone: masked(account.phoneSealed, SEALED.phone, maskPhone),
    name: masked(account.nameSealed, SEALED.name, maskName),
    residentId: masked(account.residentIdSealed, SEALED.residentId, maskResidentId),
    realNameVerifiedAt: account.realNameVerifiedAt,
    wechatBound: account.wechatIndex !== null,
    createdAt: account.createdAt,
  }
}

/** The session with its assurance as of `now`. */
export function presentSession(session: ShownSession, account: ShownAccount, crypto: FieldCrypto, now: Date): SessionDto {
  const verified = account.realNameVerifiedAt !== null
  const steppedUp = verified && session.stepUpUntil !== null && session.stepUpUntil > now.toISOString()
  return {
    id: session.id,
    assurance: steppedUp ? 3 : verified ? 2 : 1,
    stepUpUntil: steppedUp ? session.stepUpUntil : null,
    idleExpiresAt: session.idleExpiresAt,
    absoluteExpiresAt: session.absoluteExpiresAt,
    account: presentAccount(account, crypto),
  }
}
