import type { DeviceInput, SignedInDto } from '@one-visit/shared/identity/contract'
import { Account } from '../../identity/account.entity'
import type { SignInProvider } from '../../identity/session.entity'
import { startSession } from '../../identity/session-store'
import { appendAudit } from '../../platform/audit'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database, Transaction } from '../../platform/database'
import { newId } from '../../platform/ids'
import { presentSession } from './account-presenter'

export interface SignInDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
}

type AccountKey = { phoneIndex: string } | { wechatIndex: string } | { provincialIndex: string } | { residentIdIndex: string }

export interface SignIn {
  readonly provider: SignInProvider
  /** What names the account with this provider. */
  readonly key: AccountKey
  /** Columns the provider vouches for; written for a new account, and over the old ones of a known one. */
  readonly known: Partial<Account>
  readonly device: DeviceInput
  readonly privacyVersion: string
  readonly requestId: string
}

/** Finds or makes the account, starts a session on this device, and writes it down: one transaction. */
export async function signIn(deps: SignInDeps, input: SignIn): Promise<SignedInDto> {
  const now = deps.clock.now()
  return deps.database.inTransaction(async (tx) => {
    const account = await findOrMakeAccount(tx, input, now)
    const device = { deviceId: input.device.id, deviceLabel: input.device.label }
    const { session, token } = await startSession(tx, {
      subjectKind: 'resident',
      subjectId: account.id,
      provider: input.provider,
      ...device,
      now,
    })
    await appendAudit(tx, {
      event: 'signed_in',
      actor: { kind: 'resident', id: account.id },
      beneficiaryId: account.id,
      subject: session.id,
      data: { provider: input.provider },
      requestId: input.requestId,
      at: now,
    })
    return { ...presentSession(session, account, deps.crypto, now), token }
  })
}

async function findOrMakeAccount(tx: Transaction, input: SignIn, now: Date): Promise<Account> {
  const fresh: Account = {
    id: newId(now),
    phoneSealed: null,
    phoneIndex: null,
    wechatSealed: null,
    wechatIndex: null,
    provincialIndex: null,
    nameSealed: null,
    residentIdSealed: null,
    residentIdIndex: null,
    realNameVerifiedAt: null,
    counterMade: 0,
    privacyVersion: input.privacyVersion,
    createdAt: now.toISOString(),
    ...input.known,
    ...input.key,
  }
  // Two first sign-ins at once: the unique index lets one row in, and both find it.
  await tx.createQueryBuilder().insert().into(Account).values(fresh).orIgnore().execute()
  const account = await tx.findOneByOrFail(Account, input.key)
  if (account.id === fresh.id) return account
  // An account that staff made is the person's own from the first signing in: nobody else takes it over.
  const changes = { ...input.known, privacyVersion: input.privacyVersion, counterMade: 0 }
  await tx.update(Account, { id: account.id }, changes)
  return Object.assign(account, changes)
}
