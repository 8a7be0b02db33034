import { formatLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { DAY_PART_TEXT, TOPIC_TEXT } from '@one-visit/shared/proxy/rules'
import { type HelpRequest, SEALED_REQUEST } from '../../../identity/help-request.entity'
import type { Transaction } from '../../../platform/database'
import type { TaskDeps } from './deps'
import { openText, presentOffice } from './request-presenter'

/** What the outbox carries for topic `help_request_changed`. */
export interface HelpRequestChanged {
  readonly accountId: string
  /** Plain: the outbox seals it. The phone that was given with the request, for a person whose account has none. */
  readonly phone: string | null
  /** The same however often the same thing is told. */
  readonly occasion: string
  readonly title: string
  /** Short enough to be read out. */
  readonly body: string
  /** Page of the app. */
  readonly link: string
}

type Deps = Pick<TaskDeps, 'crypto' | 'outbox' | 'pack' | 'clock'>
type Words = Pick<HelpRequestChanged, 'title' | 'body'>
/** What happened. `by`: whose doing it was, who need not be told; null: the office's. */
type Change =
  | { readonly kind: 'opened'; readonly by: string | null }
  | { readonly kind: 'accepted'; readonly volunteer: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'returned' }
  | { readonly kind: 'cancelled'; readonly by: string | null }

/** Tells the person, and the member of the family who asked for them while that family is still theirs. */
export async function tellChanged(deps: Deps, tx: Transaction, request: HelpRequest, change: Change): Promise<void> {
  const words = wordsOf(deps, request, change)
  const doneBy = 'by' in change ? change.by : null
  const occasion = `help:${request.id}:${change.kind}:${deps.clock.now().toISOString()}`
  const link = `/features/proxy/pages/request/index?id=${request.id}`
  const people = [
    { accountId: request.accountId, phone: openText(deps.crypto, request.phoneSealed, SEALED_REQUEST.phone), occasion },
    ...(await findAsker(deps, tx, request)).map((accountId) => ({ accountId, phone: null, occasion: `${occasion}:asker` })),
  ]
  const notices = people
    .filter(({ accountId }) => accountId !== doneBy)
    .map((to): HelpRequestChanged => ({ ...to, ...words, link }))
  await deps.outbox.enqueue(
    tx,
    ...notices.map((payload) => ({ topic: 'help_request_changed', dedupeKey: payload.occasion, payload })),
  )
}

async function findAsker(
  { clock }: Deps,
  tx: Transaction,
  { accountId, askedByKind, askedById }: HelpRequest,
): Promise<string[]> {
  if (askedByKind !== 'resident' || askedById === accountId) return []
  const rows = await tx.sql<object[]>`
    SELECT f.id FROM family_members f JOIN accounts person ON person.resident_id_index = f.person_index
    WHERE f.account_id = ${askedById} AND person.id = ${accountId} AND f.status = 'active'
      AND (f.ends_at IS NULL OR f.ends_at > ${clock.now().toISOString()})`
  return rows.length > 0 ? [askedById] : []
}

function wordsOf(deps: Deps, request: HelpRequest, change: Change): Words {
  const call = `有事请打 ${presentOffice(deps, request.officeId).phone}。`
  switch (change.kind) {
    case 'opened':
      return { title: '已登记您的求助', body: `${wish(request)}。${promise(request)}${call}` }
    case 'accepted':
      return { title: '有志愿者来帮您', body: `${change.volunteer}接了您的求助（${wish(request)}）。${call}` }
    case 'done':
      return { title: '您求助的事办完了', body: `${short(deps, request.outcomeSealed, SEALED_REQUEST.outcome)}。${call}` }
    case 'returned':
      return {
        title: '正在另找志愿者',
        body: `原来的志愿者办不了：${short(deps, request.returnedSealed, SEALED_REQUEST.returned)}。我们另找人，您不用再打电话。${call}`,
      }
    case 'cancelled':
      return { title: '您的求助取消了', body: `${whyCancelled(deps, request)}。还要帮忙，请再提出。${call}` }
  }
}

const whyCancelled = (deps: Deps, { outcomeSealed }: HelpRequest): string =>
  outcomeSealed === null ? '提出的人撤回了' : short(deps, outcomeSealed, SEALED_REQUEST.outcome)

/** 帮我预约，11月24日 周二 上午 */
function wish({ topic, date, part }: HelpRequest): string {
  return `${TOPIC_TEXT[topic]}，${formatLocalDate(date as LocalDate)}${part === 'any' ? '' : DAY_PART_TEXT[part]}`
}

const promise = ({ promisedBy }: HelpRequest): string =>
  promisedBy === null ? '' : `最晚${formatLocalDate(promisedBy as LocalDate)}帮您办。`

const SHORT = 24

/** All of it stands on the page of the request. */
function short({ crypto }: Deps, sealed: string | null, purpose: string): string {
  const letters = [...(openText(crypto, sealed, purpose) ?? '').replace(/[。，；！\s]+$/u, '')]
  return letters.length <= SHORT ? letters.join('') : `${letters.slice(0, SHORT - 1).join('')}…`
}
