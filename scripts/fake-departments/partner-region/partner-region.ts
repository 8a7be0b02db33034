import { CaseBook, type CaseFile, type PlannedStep } from '../case-file'
import { type FakeDepartment, ok, refused, textOf } from '../fake-department'

/** The region decides: its steps are the case's. */
const DECIDES: readonly PlannedStep[] = [
  { hours: 0, words: '收件' },
  { hours: 2, words: '受理' },
  { hours: 24, words: '审查' },
  { hours: 72, words: '办结' },
]
/** The county decides: the region only confirms what it knows of the person. */
const CONFIRMS: readonly PlannedStep[] = [
  { hours: 0, words: '收件' },
  { hours: 24, words: '已确认', remark: '核对无误' },
]

/** What the departments of all partner regions have had handed to them, and when. */
export class PartnerBook {
  private readonly receipts = new Map<string, { readonly receipt: string; readonly opened: CaseBook }>()

  constructor(private readonly clock: () => Date) {}

  /** The receipt of an application; the same one for the same application. */
  accept(requestId: string, division: string, regionDecides: boolean): string {
    const known = this.receipts.get(requestId)
    if (known) return known.receipt
    const receipt = `${division}-S${String(this.receipts.size + 1).padStart(5, '0')}`
    const file = fileOf(receipt, regionDecides ? DECIDES : CONFIRMS)
    this.receipts.set(requestId, { receipt, opened: new CaseBook([file], this.clock(), this.clock) })
    return receipt
  }

  bookOf(receipt: string): CaseBook | undefined {
    return [...this.receipts.values()].find((one) => one.receipt === receipt)?.opened
  }

  /** The next step of a receipt happens now; false when nothing is left to happen. */
  advance(receipt: string): boolean {
    return this.bookOf(receipt)?.advance(receipt) ?? false
  }

  receiptsGiven(): string[] {
    return [...this.receipts.values()].map(({ receipt }) => receipt)
  }
}

const fileOf = (number: string, plan: readonly PlannedStep[]): CaseFile => ({
  ...{ number, itemName: '', unit: '', applicant: '', place: null, promisedDays: null, plan },
})

/** A department of the region on the other side: takes what the county hands over, and says how far it is. */
export function fakePartnerRegion(book: PartnerBook): FakeDepartment {
  return {
    tif: true,
    answer: ({ path, body }) => {
      if (path === 'applications/accept') {
        const { division } = (body['region'] ?? {}) as { division?: string }
        const regionDecides = textOf(body, 'decidingSide') === 'region'
        return ok({ receipt: book.accept(textOf(body, 'requestId'), division ?? '', regionDecides) })
      }
      if (path !== 'applications/state') return null
      const receipt = textOf(body, 'receipt')
      const opened = book.bookOf(receipt)
      const file = opened?.find(receipt)
      return opened && file ? ok({ steps: opened.happened(file).map(stepOf) }) : refused(40401, 'no such receipt')
    },
  }
}

const stepOf = ({ at, step }: ReturnType<CaseBook['happened']>[number]): object => ({
  at: at.toISOString(),
  words: step.words,
  remark: step.remark ?? null,
})
