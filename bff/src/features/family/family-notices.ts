import { CONSENT_DAYS } from '@one-visit/shared/family/rules'
import { maskName } from '@one-visit/shared/identity/rules'
import type { FamilyMember } from '../../identity/family-member.entity'
import { SEALED } from '../../identity/person'
import type { Transaction } from '../../platform/database'
import type { Sensitive } from '../../platform/sensitive'
import type { FamilyDeps } from './deps'

/** What the outbox carries for topic `family_notice`: a message for the app's inbox, names masked. */
export interface FamilyNotice {
  readonly accountId: string
  /** The same however often the same thing is told. */
  readonly occasion: string
  readonly title: string
  readonly body: string
  /** Page of the app. */
  readonly link: string
}

type Deps = Pick<FamilyDeps, 'crypto' | 'outbox'>
type Entry = Pick<FamilyMember, 'id' | 'accountId' | 'personIndex' | 'nameSealed' | 'status'>
type Words = Pick<FamilyNotice, 'title' | 'body'>

const PAGES = { list: '/features/family/pages/list/index', requests: '/features/family/pages/requests/index' } as const

/** Somebody asks to show this person; told beside the code that goes to their phone. */
export async function tellAsked({ outbox }: Deps, tx: Transaction, entry: Entry, asker: Sensitive<string>): Promise<void> {
  await tellPerson(outbox, tx, entry, 'asked', PAGES.requests, {
    title: '家人想看您的健康码',
    body: `${maskName(asker.reveal())}想在自己的手机上出示您的健康码。同意不同意都由您定，${CONSENT_DAYS} 天内不答复就自动取消。`,
  })
}

/** The asker has entered the code: whoever gave it away without meaning to must be able to see that. */
export async function tellAgreedByCode({ outbox }: Deps, tx: Transaction, entry: Entry, asker: Sensitive<string>): Promise<void> {
  await tellPerson(outbox, tx, entry, 'by-code', PAGES.list, {
    title: '您已同意家人看健康码',
    body: `${maskName(asker.reveal())}填对了发到您手机上的验证码，现在能出示您的健康码。不是您同意的，请点开这里停止。`,
  })
}

/** The person said yes in their own account. */
export async function tellAgreed(deps: Deps, tx: Transaction, entry: Entry): Promise<void> {
  const body = `${nameIn(deps, entry)}同意了，您现在能在自己的手机上出示他的健康码。`
  await tellAsker(deps.outbox, tx, entry, 'agreed', { title: '家人同意了', body })
}

/** The person said no, or ended it. */
export async function tellEnded(deps: Deps, tx: Transaction, entry: Entry): Promise<void> {
  const name = nameIn(deps, entry)
  const words =
    entry.status === 'pending'
      ? { title: '家人没有同意', body: `${name}没有同意您出示他的健康码。有疑问请当面问问他。` }
      : { title: '家人停止了出示', body: `${name}不再让您出示他的健康码，已经生效。有疑问请当面问问他。` }
  await tellAsker(deps.outbox, tx, entry, 'ended', words)
}

const nameIn = ({ crypto }: Deps, { nameSealed }: Entry): string => maskName(crypto.open(nameSealed, SEALED.name))

async function tellPerson(
  outbox: Deps['outbox'],
  tx: Transaction,
  { id, personIndex }: Entry,
  event: string,
  link: string,
  words: Words,
): Promise<void> {
  const [account] = await tx.sql<{ id: string }[]>`SELECT id FROM accounts WHERE resident_id_index = ${personIndex}`
  if (account) await enqueue(outbox, tx, { accountId: account.id, occasion: `family:${id}:${event}`, link, ...words })
}

async function tellAsker(
  outbox: Deps['outbox'],
  tx: Transaction,
  { id, accountId }: Entry,
  event: string,
  words: Words,
): Promise<void> {
  await enqueue(outbox, tx, { accountId, occasion: `family:${id}:${event}`, link: PAGES.list, ...words })
}

async function enqueue(outbox: Deps['outbox'], tx: Transaction, notice: FamilyNotice): Promise<void> {
  await outbox.enqueue(tx, { topic: 'family_notice', dedupeKey: notice.occasion, payload: notice })
}
