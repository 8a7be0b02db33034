import { CaseBook, type HappenedStep, type LiveCase, type PlannedStep } from '../case-file'
import type { PartnerStep } from '../partner-region/ask-partner'

/** What the county does once the region has confirmed; hours from then. */
const AFTER_CONFIRMATION: readonly PlannedStep[] = [
  { hours: 0, words: '受理' },
  { hours: 4, words: '审查' },
  { hours: 48, words: '办结' },
]

export interface CrossingFacts {
  readonly openedAt: Date
  /** The department on the other side, as it calls itself. */
  readonly partner: string
  readonly regionDecides: boolean
}

/** A case done across two regions, as the county has it: its own steps, and those that the other side has told of. */
export class Crossing implements LiveCase {
  receipt: string | null = null
  private told: readonly PartnerStep[] = []
  private own: CaseBook | null = null

  constructor(
    private readonly facts: CrossingFacts,
    private readonly clock: () => Date,
    /** The next step on the other side happens now. */
    private readonly advancePartner: (receipt: string) => boolean,
  ) {}

  /** What the other side says of itself. */
  tell(steps: readonly PartnerStep[]): void {
    this.told = steps
    const confirmed = this.facts.regionDecides ? undefined : steps[1]
    if (confirmed) this.own ??= new CaseBook([OWN], confirmed.at, this.clock)
  }

  /** The other side has nothing more to say. */
  isSettled(): boolean {
    return this.own !== null || this.told.at(-1)?.words === '办结'
  }

  happened(): HappenedStep[] {
    const { openedAt, partner } = this.facts
    const [received, ...later] = this.told
    const remark = this.receipt === null ? `已送出，${partner}还没有确认收到` : `已转给${partner}`
    const steps = [{ at: openedAt, step: { hours: 0, words: '收件', remark } }]
    if (!received || this.receipt === null) return steps
    steps.push({ at: received.at, step: { hours: 0, words: '收件', remark: `${partner}已收到，回执号 ${this.receipt}` } })
    return [...steps, ...later.map((one) => this.fromPartner(one)), ...(this.own?.happened(OWN) ?? [])]
  }

  advance(): boolean {
    if (this.receipt === null) return false
    return this.own ? this.own.advance(OWN.number) : this.advancePartner(this.receipt)
  }

  private fromPartner({ at, words, remark }: PartnerStep): HappenedStep {
    const { partner, regionDecides } = this.facts
    const said = `${partner}：${words}${remark === null ? '' : `，${remark}`}`
    return { at, step: { hours: 0, words: regionDecides ? words : '收件', remark: said } }
  }
}

const OWN = {
  ...{ number: 'own', itemName: '', unit: '', applicant: '', place: null, promisedDays: null },
  plan: AFTER_CONFIRMATION,
}
