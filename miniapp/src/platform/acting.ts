import { MANDATE_OPERATIONS, type MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { createContext, useContext, useEffect } from 'react'
import { queryClient } from './query-client'
import { onForgetPerson } from './session'
import { onOtherStaff } from './staff-session'
import { removeStoredUnder } from './storage'
import { storedValue, useStoredValue } from './stored-value'

/** For whom the person who holds the phone acts now, and under what. */
export interface Acting {
  mandate: string
  /** Masked. */
  person: string
  /** Whose hand it is: their own account, or a volunteer's. */
  by: 'resident' | 'volunteer'
  operations: readonly MandateOperation[]
  /** Ids of the item groups that may be booked; absent: not known here, the BFF decides. */
  itemGroups?: readonly string[]
}

/** What was typed for somebody is kept under this, with the mandate; it goes with the mandate. */
export const DRAFTS_FOR = 'draft:for:'

const isOperation = (value: unknown): value is MandateOperation => MANDATE_OPERATIONS.some((operation) => operation === value)

const isActing = (value: unknown): value is Acting | null =>
  value === null ||
  (typeof value === 'object' &&
    'mandate' in value &&
    typeof value.mandate === 'string' &&
    'person' in value &&
    typeof value.person === 'string' &&
    'by' in value &&
    (value.by === 'resident' || value.by === 'volunteer') &&
    'operations' in value &&
    Array.isArray(value.operations) &&
    value.operations.every(isOperation) &&
    (!('itemGroups' in value) || Array.isArray(value.itemGroups)))

/** What is acted under, from the mandate itself. */
export function actingUnder({ id, principal, scope }: MandateDto, by: Acting['by']): Acting {
  const visits = scope.find(({ operation }) => operation === 'book_visits')
  return {
    mandate: id,
    person: principal,
    by,
    operations: scope.map(({ operation }) => operation),
    ...(visits?.items ? { itemGroups: visits.items.map((item) => item.id) } : {}),
  }
}

const acting = storedValue<Acting | null>('acting', null, isActing)

/** A page, and for whom it was opened: undefined until it is about a person at all. */
interface PageFor {
  readonly acting: Acting | null | undefined
  readonly bind: (acting: Acting | null) => void
}

/** Of the page around; null outside of all pages. */
export const PageContext = createContext<PageFor | null>(null)

export const actingNow = (): Acting | null => acting.get()

/** Whether what was begun for one may go on: nobody has begun or ended acting since. */
export const isActingNow = (before: Acting | null): boolean => before?.mandate === acting.get()?.mandate

/** Null while people act for themselves. */
export function useActingNow(): Acting | null {
  return useStoredValue(acting)
}

/** For whom this page is, whatever has been begun or ended since it was opened; null: for oneself. */
export function useActing(): Acting | null {
  const now = useActingNow()
  const page = useContext(PageContext)
  return page?.acting === undefined ? now : page.acting
}

interface PagePerson {
  readonly acting: Acting | null
  /** It was opened for somebody else than whom the phone serves now: it shows and asks nothing any more. */
  readonly isOver: boolean
}

/** The same for what is about a person (`isAbout`): from here on the page is theirs, and never another's. */
export function usePagePerson(isAbout = true): PagePerson {
  const page = useContext(PageContext)
  const acting = useActing()
  const now = useActingNow()
  const bind = page?.bind
  useEffect(() => {
    if (isAbout) bind?.(acting)
  }, [isAbout, bind, acting])
  return { acting, isOver: acting?.mandate !== now?.mandate }
}

/** Nothing of whoever was served before is left. What people typed for themselves stays. */
function forgetAnswers(): void {
  queryClient.clear()
  removeStoredUnder(DRAFTS_FOR)
}

export function beginActing(next: Acting): void {
  acting.set(next)
  forgetAnswers()
}

/** Ended by one tap, or because the mandate holds no more. Nothing about the person stays on the phone. */
export function endActing(): void {
  acting.clear()
  forgetAnswers()
}

/** Whoever signs out leaves nobody behind on the phone, and nobody acts with what another was given. Called once at start. */
export function connectActing(): void {
  onForgetPerson(endActing)
  onOtherStaff(endActing)
}
