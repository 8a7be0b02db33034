import { formatInstant } from '@one-visit/shared/kernel/local-date'
import { formatVisitNumber, instantAt } from '@one-visit/shared/appointments/rules'
import type { Transaction } from '../../platform/database'
import type { Outbox } from '../../platform/outbox'

/** What the outbox carries for topic `visit_notice`. */
export interface VisitNotice {
  readonly accountId: string | null
  /** Plain: the outbox seals it. */
  readonly phone: string | null
  /** The same however often the same thing is told. */
  readonly occasion: string
  /** At most 20 characters, which is what a WeChat field takes. */
  readonly title: string
  /** Begins with when, which is all that WeChat shows of it; with the title at most 140 characters, to be read out too. */
  readonly body: string
  /** Page of the app. */
  readonly link: string | null
  /**
   * `inbox`: kept in the app only, because the person is looking at the same on the screen; `wechat`: pushed while WeChat's
   * permission lasts; `urgent`: else by SMS. Somebody without an account gets an SMS of each.
   */
  readonly reach: 'inbox' | 'wechat' | 'urgent'
}

/** Who is told: the account, or the phone (plain) that was given for the visit. */
export interface Recipient {
  readonly accountId: string | null
  readonly phone: string | null
}

/** A time at an office, in the words of the county pack; `date` and `startsAt` are local (Asia/Shanghai). */
export interface TimeFacts {
  readonly itemGroupName: string
  readonly officeName: string
  readonly officePhone: string
  readonly date: string
  readonly startsAt: string
}

export interface VisitFacts extends TimeFacts {
  readonly appointmentId: string
  readonly number: string
}

/** A place that is held. `offerEndsAt`: UTC ISO 8601. */
interface Offer {
  readonly entryId: string
  readonly offerEndsAt: string
}

/** Puts the notices into the transaction that makes them due; what nobody could receive is left out. */
export async function enqueueVisitNotices(outbox: Outbox, tx: Transaction, notices: readonly VisitNotice[]): Promise<void> {
  const reachable = notices.filter(({ accountId, phone }) => accountId !== null || phone !== null)
  await outbox.enqueue(tx, ...reachable.map((notice) => ({ topic: 'visit_notice', dedupeKey: notice.occasion, payload: notice })))
}

/** Booked, or moved by the person. */
export function bookedNotice(visit: VisitFacts, to: Recipient): VisitNotice {
  return aboutVisit(visit, to, 'booked', {
    title: '预约成功',
    body: `${when(visit)}，${where(visit)}。预约号 ${formatVisitNumber(visit.number)}，请带好证件。来不了请早点取消，或拨 ${visit.officePhone}。`,
    reach: 'inbox',
  })
}

/** `visit` is the new one. */
export function movedByOfficeNotice(visit: VisitFacts, to: Recipient, reason: string): VisitNotice {
  return aboutVisit(visit, to, 'moved', {
    title: '您的预约改了时间',
    body: `${when(visit)}，${where(visit)}，是新的时间。原因：${short(reason)}。预约号 ${formatVisitNumber(visit.number)}。不方便请拨 ${visit.officePhone}。`,
    reach: 'urgent',
  })
}

export function cancelledByOfficeNotice(visit: VisitFacts, to: Recipient, reason: string): VisitNotice {
  return aboutVisit(visit, to, 'cancelled', {
    title: '您的预约取消了',
    body: `${when(visit)}，${where(visit)}，这次办不了：${short(reason)}。对不起。请另约时间，或拨 ${visit.officePhone}。`,
    reach: 'urgent',
  })
}

/** A place became free for somebody on the waiting list, and is kept until later on the same day. */
export function offeredPlaceNotice(time: TimeFacts, to: Recipient, offer: Offer): VisitNotice {
  return aboutWaiting(offer.entryId, to, offer.offerEndsAt, {
    title: '您等的时间有名额了',
    body: `${when(time)}，${where(time)}。已为您留到${clockTime(offer.offerEndsAt)}，请在这之前打开“消息”确认，或拨 ${time.officePhone}。`,
  })
}

/** The office closes the day of `visit` and keeps the time `offered` for the person instead. */
export function closureOfferNotice(
  visit: VisitFacts,
  to: Recipient,
  reason: string,
  offer: Offer & { readonly offered: Pick<TimeFacts, 'date' | 'startsAt'> },
): VisitNotice {
  return aboutWaiting(offer.entryId, to, offer.offerEndsAt, {
    title: '您的预约要换时间',
    body: `${when(visit)}，${where(visit)}，这次办不了：${short(reason)}。为您另留了${when(offer.offered)}，请在${formatInstant(Date.parse(offer.offerEndsAt))}前打开“消息”确认，或拨 ${visit.officePhone}。`,
  })
}

/** The office closes the day of `visit`, and there is no other time to offer. */
export function closureNoOfferNotice(visit: VisitFacts, to: Recipient, reason: string): VisitNotice {
  return aboutVisit(visit, to, 'closed', {
    title: '您的预约取消了',
    body: `${when(visit)}，${where(visit)}，这次办不了：${short(reason)}。近几天都约满了，对不起。请另约时间，或拨 ${visit.officePhone}。`,
    reach: 'urgent',
  })
}

/** The office closes a day on which somebody waited for a place, or had one held; `time` is the one that is closed. */
export function waitingClosedNotice(time: TimeFacts, to: Recipient, entryId: string, reason: string): VisitNotice {
  return aboutWaiting(entryId, to, 'closed', {
    title: '您等的时间停办了',
    body: `${when(time)}，${where(time)}，这个时间不办了：${short(reason)}。不用再等，对不起。请另约时间，或拨 ${time.officePhone}。`,
  })
}

export function dayBeforeReminder(visit: VisitFacts, to: Recipient): VisitNotice {
  return aboutVisit(visit, to, 'day-before', {
    title: '提醒：您有预约',
    body: `${when(visit)}，${where(visit)}。预约号 ${formatVisitNumber(visit.number)}，请带好证件。来不了请早点取消，或拨 ${visit.officePhone}。`,
    reach: 'wechat',
  })
}

export function twoHoursReminder(visit: VisitFacts, to: Recipient): VisitNotice {
  return aboutVisit(visit, to, 'two-hours', {
    title: '提醒：您的预约快到了',
    body: `${when(visit)}，${where(visit)}。预约号 ${formatVisitNumber(visit.number)}，请带好证件，到了先签到。来不了请拨 ${visit.officePhone}。`,
    reach: 'urgent',
  })
}

/** `visit`: the one whose end brought the pause. `until`: UTC ISO 8601; `why`: for residents. */
export function pausedNotice(visit: VisitFacts, to: Recipient, until: string, why: string): VisitNotice {
  const notice = aboutVisit(visit, to, 'paused', {
    title: '手机预约暂停几天',
    body: `${formatInstant(Date.parse(until))}以后可以再约。原因：${short(why)}。这几天您可以直接到大厅取号办理，不受影响。有疑问请拨 ${visit.officePhone}。`,
    reach: 'wechat',
  })
  return { ...notice, link: page('visits') }
}

type Wording = Pick<VisitNotice, 'title' | 'body' | 'reach'>

function aboutVisit({ appointmentId }: VisitFacts, to: Recipient, event: string, wording: Wording): VisitNotice {
  const { accountId, phone } = to
  return { accountId, phone, occasion: `visit:${appointmentId}:${event}`, ...wording, link: page('visit', appointmentId) }
}

/** The event of an offer is its end: another offer of the same entry has another one, and is told of again. */
function aboutWaiting(entryId: string, to: Recipient, event: string, wording: Pick<Wording, 'title' | 'body'>): VisitNotice {
  const { accountId, phone } = to
  return {
    accountId,
    phone,
    occasion: `waiting:${entryId}:${event}`,
    ...wording,
    link: page('waiting', entryId),
    reach: 'urgent',
  }
}

const page = (screen: string, id?: string): string =>
  `/features/appointments/pages/${screen}/index${id === undefined ? '' : `?id=${id}`}`

/** 11月21日 周六 上午9:00 */
const when = ({ date, startsAt }: Pick<TimeFacts, 'date' | 'startsAt'>): string => formatInstant(instantAt(date, startsAt))

const where = ({ officeName, itemGroupName }: TimeFacts): string => `${officeName}，${itemGroupName}`

/** 上午9:20 */
const clockTime = (instant: string): string => formatInstant(Date.parse(instant)).split(' ').at(-1) ?? ''

const SHORT = 18

/** Staff may write a hundred characters; all of them stand on the page of the visit. */
function short(reason: string): string {
  const letters = [...reason.replace(/[。，；！\s]+$/u, '')]
  return letters.length <= SHORT ? letters.join('') : `${letters.slice(0, SHORT - 1).join('')}…`
}
