import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm'
import type { RequestStatus } from '@one-visit/shared/proxy/rules'
import { HelpRequest } from '../../../identity/help-request.entity'
import type { Reader, Transaction } from '../../../platform/database'

export function findTask(read: Reader, id: string): Promise<HelpRequest | null> {
  return read.findOneBy(HelpRequest, { id })
}

const LONGEST_LIST = 200
const OPEN: readonly RequestStatus[] = ['open', 'accepted']

type Where = FindOptionsWhere<HelpRequest>

/** Tasks that are not closed, those promised first come first, those without a promise last; or the newest of the closed ones. */
export async function findTasks(read: Reader, where: readonly Where[], closed: boolean): Promise<HelpRequest[]> {
  // Not by its status: in the order in which they were closed there is an index, and nobody wants all of them.
  const standing: Where = closed ? { closedAt: Not(IsNull()) } : { status: In([...OPEN]) }
  const rows = await read.find(HelpRequest, {
    where: where.map((each) => ({ ...standing, ...each })),
    order: closed ? { closedAt: 'DESC' } : { promisedBy: { direction: 'ASC', nulls: 'LAST' }, id: 'ASC' },
    take: LONGEST_LIST,
  })
  return rows
}

interface Closing {
  readonly from: readonly RequestStatus[]
  /** Whose it must be; null: anybody's. */
  readonly volunteerId: string | null
  readonly to: Partial<HelpRequest> & { readonly status: RequestStatus }
}

/**
 * Changes the task if it still stands where it is expected, in one conditional statement; null when it does not: of many who try at
 * once, one succeeds.
 */
export async function changeTask(tx: Transaction, id: string, { from, volunteerId, to }: Closing): Promise<HelpRequest | null> {
  const { affected } = await tx.update(
    HelpRequest,
    { id, status: In([...from]), ...(volunteerId !== null && { volunteerId }) },
    to,
  )
  return affected === 1 ? tx.findOneByOrFail(HelpRequest, { id }) : null
}
