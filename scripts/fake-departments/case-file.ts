/** One step of a made-up case: hours from the start of the fake (past is negative), in the department's own words. */
export interface PlannedStep {
  readonly hours: number
  readonly words: string
  readonly remark?: string
  /** What the applicant has to do from this step on. */
  readonly toDo?: string
}

/** A made-up case with all that will happen to it; how much has happened depends on the time. */
export interface CaseFile {
  readonly number: string
  readonly itemName: string
  readonly unit: string
  /** Key of a person in people.ts. */
  readonly applicant: string
  readonly password?: string
  readonly place: string | null
  readonly promisedDays: number | null
  readonly plan: readonly PlannedStep[]
  /** What happens to it is not all known beforehand. */
  readonly live?: LiveCase
}

/** A case whose steps come from elsewhere; the plan is where it began. */
export interface LiveCase {
  happened(): HappenedStep[]
  advance(): boolean
}

export interface HappenedStep {
  readonly at: Date
  readonly step: PlannedStep
}

/** The cases of one department, moving on with time; `advance` makes the next step happen now. */
export class CaseBook {
  private readonly brought = new Map<string, Date[]>()

  private readonly files: CaseFile[]

  constructor(
    files: readonly CaseFile[],
    private readonly start: Date,
    private readonly clock: () => Date,
  ) {
    this.files = [...files]
  }

  /** A case that begins now: its plan counts from the start of the fake like that of all others. */
  open(file: CaseFile): void {
    this.files.push(file)
  }

  /** Hours from the start of the fake until now. */
  hoursNow(): number {
    return (this.clock().getTime() - this.start.getTime()) / 3_600_000
  }

  find(number: string): CaseFile | undefined {
    return this.files.find((file) => file.number === number)
  }

  of(applicant: string): CaseFile[] {
    return this.files.filter((file) => file.applicant === applicant)
  }

  /** What has happened so far, oldest first; the first step always has. */
  happened(file: CaseFile): HappenedStep[] {
    if (file.live) return file.live.happened()
    const past = file.plan.filter((step) => step.hours <= 0)
    const later = file.plan.filter((step) => step.hours > 0)
    const brought = this.brought.get(file.number) ?? []
    const steps = past.map((step) => ({ at: this.hoursFromStart(step.hours), step }))
    for (const [index, step] of later.entries()) {
      const at = brought[index] ?? this.hoursFromStart(step.hours)
      if (at > this.clock()) break
      steps.push({ at, step })
    }
    return steps
  }

  /** False when there is no such case or nothing is left to happen. */
  advance(number: string): boolean {
    const file = this.find(number)
    if (!file) return false
    if (file.live) return file.live.advance()
    const pastSteps = file.plan.filter((step) => step.hours <= 0).length
    const index = this.happened(file).length - pastSteps
    if (pastSteps + index >= file.plan.length) return false
    const brought = this.brought.get(number) ?? []
    brought[index] = this.clock()
    this.brought.set(number, brought)
    return true
  }

  promisedDate(file: CaseFile): string | null {
    if (file.promisedDays === null) return null
    return localTime(new Date(this.hoursFromStart(file.plan[0]?.hours ?? 0).getTime() + file.promisedDays * 86_400_000)).slice(
      0,
      10,
    )
  }

  /** The same for a case as long as the fake runs, different for each case. */
  queryToken(file: CaseFile): string {
    return `q-${Buffer.from(file.number).toString('hex')}`
  }

  private hoursFromStart(hours: number): Date {
    return new Date(this.start.getTime() + hours * 3_600_000)
  }
}

/** `YYYY-MM-DD HH:mm:ss` in Asia/Shanghai, as the police system writes times. */
export function localTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
