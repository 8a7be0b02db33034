import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { APPOINTMENT_STATUS_TEXT, formatVisitNumber } from '@one-visit/shared/appointments/rules'
import { boardText } from './board-text'
import { visitText } from './visit-text'

const { facts } = visitText

/** The columns of the list that is printed or taken along. */
export const VISIT_COLUMNS = [
  facts.when,
  facts.what,
  facts.number,
  facts.name,
  facts.residentId,
  facts.phone,
  facts.status,
  facts.ticket,
  facts.channel,
] as const

/** A visit in those columns. */
export function visitRow(visit: BoardVisitDto): string[] {
  return [
    boardText.span(visit.startsAt, visit.endsAt),
    visit.itemGroup.name,
    formatVisitNumber(visit.number),
    visit.elder ? `${visit.name}（${visitText.elder}）` : visit.name,
    visit.residentId,
    visit.phone ?? '',
    APPOINTMENT_STATUS_TEXT[visit.status],
    visit.ticket ?? '',
    visitText.channelOf(visit.channel),
  ]
}
