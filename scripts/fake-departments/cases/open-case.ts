import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CaseBook, CaseFile } from '../case-file'
import { ok, refused } from '../fake-department'
import type { Partner } from '../partner-region/ask-partner'
import { PEOPLE } from '../people'
import { Crossing } from './crossing'

const Place = z.object({ division: z.string().regex(/^\d{6}$/), name: z.string().min(1) })
const Application = z.object({
  requestId: z.uuid(),
  item: z.object({ id: z.string().min(1), name: z.string().min(1), department: z.string().min(1) }),
  decidingSide: z.enum(['county', 'region']),
  county: Place,
  region: Place,
  applicant: z.object({ name: z.string(), idNumber: z.string(), phone: z.string().nullable() }),
  answers: z.array(z.object({ id: z.string(), question: z.string().min(1), answer: z.string().min(1) })).min(1),
})
type Application = z.infer<typeof Application>

const BUREAUS: Readonly<Record<string, string>> = {
  医保: '医疗保障局',
  人社: '人力资源和社会保障局',
  市监: '市场监督管理局',
  公安: '公安局',
}
const DECIDED = ['决定', '办结', '待领取', '已送达', '不予受理', '不予许可', '撤回']
/** A shop for fireworks has to have another permit first: what this case system refuses. */
const NOT_WITHOUT_PERMIT = '烟花爆竹'

interface Opened {
  readonly application: Application
  readonly crossing: Crossing
  readonly reply: object
}

/** The part of the case system that opens cases across regions, and keeps in touch with the other side. */
export class CaseDesk {
  private readonly opened = new Map<string, Opened>()

  constructor(
    private readonly book: CaseBook,
    private readonly partner: Partner,
    private readonly clock: () => Date,
    private readonly advancePartner: (receipt: string) => boolean,
  ) {}

  /** The same application gets the same case, however often it comes. */
  async open(body: unknown): Promise<unknown> {
    const parsed = Application.safeParse(body)
    if (!parsed.success) return refused(40001, parsed.error.message)
    const application = parsed.data
    await this.refresh()
    const known = this.opened.get(application.requestId)
    if (known) return ok(known.reply)
    const person = PEOPLE.find(({ residentId }) => residentId === application.applicant.idNumber)
    if (person?.name !== application.applicant.name) return notAccepted('没有查到您的登记信息，请带身份证到窗口办。')
    if (application.answers.some(({ answer }) => answer.includes(NOT_WITHOUT_PERMIT)))
      return notAccepted(`卖${NOT_WITHOUT_PERMIT}要先有经营许可证，请先到应急部门办证。`)
    if (this.hasUndecided(person.key, application.item.name)) return refused(40901, 'a case of this item is not decided yet')
    const opened = this.add(application, person.key)
    await this.keepInTouch(opened)
    return ok(opened.reply)
  }

  /** Hands over what the other side has not had yet, and asks how far the rest is. */
  async refresh(): Promise<void> {
    await Promise.all(
      [...this.opened.values()].filter(({ crossing }) => !crossing.isSettled()).map((one) => this.keepInTouch(one)),
    )
  }

  private async keepInTouch({ application, crossing }: Opened): Promise<void> {
    crossing.receipt ??= await this.partner.accept(application)
    const steps = crossing.receipt === null ? null : await this.partner.stateOf(crossing.receipt)
    if (steps !== null) crossing.tell(steps)
  }

  private hasUndecided(person: string, itemName: string): boolean {
    const same = this.book.of(person).filter((file) => file.itemName === itemName)
    return same.some((file) => !DECIDED.includes(this.book.happened(file).at(-1)?.step.words ?? ''))
  }

  private add(application: Application, applicant: string): Opened {
    const { requestId, item, county, region, decidingSide } = application
    const bureau = BUREAUS[item.department] ?? '政务服务中心'
    const regionDecides = decidingSide === 'region'
    const facts = { openedAt: this.clock(), partner: `${region.name}${bureau}`, regionDecides }
    const crossing = new Crossing(facts, this.clock, this.advancePartner)
    const file: CaseFile = {
      number: this.numberFor(requestId, county.division),
      itemName: item.name,
      unit: regionDecides ? facts.partner : `${county.name}${bureau}`,
      applicant,
      password: digest(requestId).slice(0, 6).toUpperCase(),
      place: null,
      promisedDays: 20,
      plan: [{ hours: this.book.hoursNow(), words: '收件' }],
      live: crossing,
    }
    this.book.open(file)
    const opened = { application, crossing, reply: replyOf(this.book, file) }
    this.opened.set(requestId, opened)
    return opened
  }

  /** Six digits of its own, the same whenever the fakes start anew. */
  private numberFor(requestId: string, division: string): string {
    const year = this.clock().getFullYear()
    for (let salt = 0; ; salt += 1) {
      const digits = parseInt(digest(`${requestId}/${salt}`).slice(0, 12), 16) % 1_000_000
      const number = `${division}-${year}-${String(digits).padStart(6, '0')}`
      if (!this.book.find(number)) return number
    }
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const notAccepted = (reason: string): unknown => ok({ result: 'not_accepted', reason })

const replyOf = (book: CaseBook, file: CaseFile): object => ({
  result: 'opened',
  caseNumber: file.number,
  queryPassword: file.password,
  departmentName: file.unit,
  promisedDate: book.promisedDate(file),
})
