import type { Mandate } from '../../../identity/mandate.entity'
import { findMandateNames } from '../../../identity/mandate-names'
import type { Transaction } from '../../../platform/database'
import type { MandateDeps } from './deps'

/** What the outbox carries for topics `mandate_notice` and `acted_for`: a message for the app's inbox, names masked. */
export interface MandateNotice {
  readonly accountId: string
  /** The same however often the same thing is told. */
  readonly occasion: string
  readonly title: string
  readonly body: string
  /** Page of the app. */
  readonly link: string
  /** Beside it, for somebody who does not look into the app. The phone is plain: the outbox seals it. */
  readonly sms: { readonly phone: string; readonly text: string } | null
}

type Deps = Pick<MandateDeps, 'crypto' | 'outbox'>
type Told = Pick<Mandate, 'id' | 'accountId' | 'actorKind' | 'actorId' | 'startsAt'>
interface Words {
  readonly title: string
  readonly body: string
}

export const mandatePage = (id: string): string => `/features/proxy/pages/mandate/index?id=${id}`

/** Somebody asks to act for this person. */
export async function tellAsked(deps: Deps, tx: Transaction, mandate: Told): Promise<void> {
  const { actor } = await namesOf(deps, tx, mandate)
  await tellPerson(deps, tx, mandate, 'asked', {
    title: '有人想替您办事',
    body: `${actor}想替您办事。请点开看是哪些事，同意不同意都由您定。24 小时内不答复就自动取消。`,
  })
}

/** The code was entered, or staff witnessed it: whoever did not mean it must be able to see that, and end it. */
export async function tellAgreed(deps: Deps, tx: Transaction, mandate: Told): Promise<void> {
  const { actor, principal } = await namesOf(deps, tx, mandate)
  await tellPerson(deps, tx, mandate, 'agreed', {
    title: '委托开始有效',
    body: `${actor}现在可以替您办写明的事，每办一件都会告诉您。不是您同意的，请点开结束。`,
  })
  await tellActor(deps, tx, mandate, 'agreed', { title: '委托开始有效', body: `${principal}同意了，您现在可以代办写明的事。` })
}

/** Whoever did not end it themselves is told. */
export async function tellEnded(deps: Deps, tx: Transaction, mandate: Told, by: 'person' | 'actor'): Promise<void> {
  const { actor, principal } = await namesOf(deps, tx, mandate)
  const title = '委托结束了'
  if (by === 'person') await tellActor(deps, tx, mandate, 'ended', { title, body: `${principal}结束了委托，已经生效。` })
  else if (mandate.startsAt === null)
    await tellPerson(deps, tx, mandate, 'ended', { title: '申请撤回了', body: `${actor}撤回了替您办事的申请，您不用答复了。` })
  else await tellPerson(deps, tx, mandate, 'ended', { title, body: `${actor}交回了您的委托，不再替您办事。` })
}

export async function tellRefused(deps: Deps, tx: Transaction, mandate: Told): Promise<void> {
  const { principal } = await namesOf(deps, tx, mandate)
  await tellActor(deps, tx, mandate, 'refused', { title: '没有同意委托', body: `${principal}没有同意。有疑问请当面问问。` })
}

const namesOf = async ({ crypto }: Deps, tx: Transaction, mandate: Told) =>
  (await findMandateNames(tx, crypto, [mandate]))(mandate)

function tellPerson(deps: Deps, tx: Transaction, { id, accountId }: Told, event: string, words: Words): Promise<void> {
  return enqueue(deps, tx, { accountId, occasion: `mandate:${id}:${event}`, link: mandatePage(id), sms: null, ...words })
}

/** Volunteers have no inbox; their screen of tasks tells them. */
async function tellActor(
  deps: Deps,
  tx: Transaction,
  { id, actorKind, actorId }: Told,
  event: string,
  words: Words,
): Promise<void> {
  if (actorKind !== 'resident') return
  const occasion = `mandate:${id}:${event}:actor`
  await enqueue(deps, tx, { accountId: actorId, occasion, link: mandatePage(id), sms: null, ...words })
}

async function enqueue({ outbox }: Deps, tx: Transaction, notice: MandateNotice): Promise<void> {
  await outbox.enqueue(tx, { topic: 'mandate_notice', dedupeKey: notice.occasion, payload: notice })
}
