import { type DecidingSide, SENDING_LIMIT } from '@one-visit/shared/cross-province/rules'
import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { newId } from '../../platform/ids'
import { CrossProvinceApplication } from './application.entity'
import { type ApplicationContent, sealContent } from './application-content'
import type { CrossProvinceDeps } from './deps'
import { CLAIMED_MS } from './send-again'

export interface NewApplication {
  readonly principal: ResidentPrincipal
  readonly regionId: string
  readonly side: DecidingSide
  readonly content: ApplicationContent
}

/** Each lost race means that another application of the person took a place. */
const MOST_RACES = 10

/**
 * A row in state `sending`, which whoever writes it sends at once. The unique indexes decide between processes. Throws
 * `already_applied` while the same is on its way, `too_many_requests` while five are.
 */
export async function keepApplication(
  deps: Pick<CrossProvinceDeps, 'crypto' | 'clock'>,
  tx: Transaction,
  application: NewApplication,
): Promise<string> {
  const row = rowOf(deps, application)
  for (let race = 0; race < MOST_RACES; race += 1) {
    const sendingPlace = await freePlace(tx, row)
    await tx
      .createQueryBuilder()
      .insert()
      .into(CrossProvinceApplication)
      .values({ ...row, sendingPlace })
      .orIgnore()
      .execute()
    if (await tx.existsBy(CrossProvinceApplication, { id: row.id })) return row.id
  }
  throw tooMany()
}

type Row = Omit<CrossProvinceApplication, 'sendingPlace'>

async function freePlace(tx: Transaction, { accountId, itemId, regionId, side }: Row): Promise<number> {
  const sending = await tx.findBy(CrossProvinceApplication, { accountId, state: 'sending' })
  if (sending.some((one) => one.itemId === itemId && one.regionId === regionId && one.side === side))
    throw problem('already_applied', { detail: '这件事的申请正在送往部门，送到了会告诉您。' })
  for (let place = 1; place <= SENDING_LIMIT; place += 1)
    if (!sending.some(({ sendingPlace }) => sendingPlace === place)) return place
  throw tooMany()
}

const tooMany = () =>
  problem('too_many_requests', { detail: `您有 ${SENDING_LIMIT} 件申请还没有送到部门，请等送到了再申请。`, retryAfter: 600 })

function rowOf(
  { crypto, clock }: Pick<CrossProvinceDeps, 'crypto' | 'clock'>,
  { principal, regionId, side, content }: NewApplication,
): Row {
  const now = clock.now()
  const { accountId, actor, mandate } = principal
  return {
    id: newId(now),
    accountId,
    actorKind: actor.kind,
    actorId: actor.id,
    mandateId: mandate?.id ?? null,
    itemId: content.item.id,
    itemName: content.item.name,
    regionId,
    regionName: content.region.name,
    side,
    state: 'sending',
    contentSealed: sealContent(content, crypto),
    outcomeSealed: null,
    attempts: 1,
    nextTryAt: new Date(now.getTime() + CLAIMED_MS).toISOString(),
    createdAt: now.toISOString(),
    settledAt: null,
  }
}
