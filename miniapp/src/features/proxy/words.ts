import type { HelpRequestDto, MandateDto } from '@one-visit/shared/proxy/contract'
import { DAY_PART_TEXT, MANDATE_STATUS_TEXT, REQUEST_STATUS_TEXT, type DayPart } from '@one-visit/shared/proxy/rules'
import type { TagKind } from '../../ui/tag'
import { formatLocalDate } from '../../ui/when'

interface TagWords {
  kind: TagKind
  text: string
}

const REQUEST_KINDS = { open: 'active', accepted: 'active', done: 'success', cancelled: 'quiet' } as const
const MANDATE_KINDS = { pending: 'warning', active: 'success', refused: 'quiet', ended: 'quiet', expired: 'quiet' } as const

export const requestTag = ({ status }: Pick<HelpRequestDto, 'status'>): TagWords => ({
  kind: REQUEST_KINDS[status],
  text: REQUEST_STATUS_TEXT[status],
})

export const mandateTag = ({ status }: Pick<MandateDto, 'status'>): TagWords => ({
  kind: MANDATE_KINDS[status],
  text: MANDATE_STATUS_TEXT[status],
})

/** 11月24日 周二 上午; without the part when any will do. */
export function formatWish(date: string, part: DayPart): string {
  const day = formatLocalDate(date)
  return part === 'any' ? day : `${day} ${DAY_PART_TEXT[part]}`
}

export const isOpen = ({ status }: Pick<HelpRequestDto, 'status'>): boolean => status === 'open' || status === 'accepted'
export const isLive = ({ status }: Pick<MandateDto, 'status'>): boolean => status === 'pending' || status === 'active'
