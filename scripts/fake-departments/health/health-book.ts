import { localTime } from '../case-file'

export type Colour = 'green' | 'yellow' | 'red'

/** Why somebody has a colour, and until when; null: until it is changed. */
export interface ColourNote {
  readonly colour: Colour
  readonly cause: string
  readonly until: Date | null
}

/** `person`: key of a person in people.ts. */
export interface TestNote {
  readonly person: string
  readonly at: Date
  readonly place: string
  readonly result: 'negative' | 'positive' | 'pending'
}

const HOUR_MS = 3_600_000
const GREEN: ColourNote = { colour: 'green', cause: '没有发现需要关注的情况', until: null }
const CLINIC = '茶陵县人民医院'

/** Colours and tests. Everybody begins green, but 刘志强, whose yellow ends by itself after three days. */
export class HealthBook {
  private readonly colours = new Map<string, ColourNote>()
  private readonly tests: TestNote[]

  constructor(
    start: Date,
    private readonly clock: () => Date,
  ) {
    const after = (hours: number): Date => new Date(start.getTime() + hours * HOUR_MS)
    this.colours.set('liuzhiqiang', { colour: 'yellow', cause: '三天内到过有疫情的地方，请做一次检测', until: after(72) })
    this.tests = [
      { person: 'chenjianguo', at: after(-500), place: CLINIC, result: 'negative' },
      { person: 'chenjianguo', at: after(-20), place: CLINIC, result: 'negative' },
      { person: 'wangxiuying', at: after(-90), place: '虎踞镇中心卫生院', result: 'negative' },
      { person: 'liuzhiqiang', at: after(-3), place: CLINIC, result: 'pending' },
    ]
  }

  colourOf(person: string): ColourNote {
    const note = this.colours.get(person) ?? GREEN
    return note.until !== null && note.until <= this.clock() ? GREEN : note
  }

  setColour(person: string, note: ColourNote): void {
    this.colours.set(person, note)
  }

  testsOf(person: string): TestNote[] {
    return this.tests.filter((test) => test.person === person)
  }

  /** Taken now. */
  addTest(test: Omit<TestNote, 'at'>): void {
    this.tests.push({ ...test, at: this.clock() })
  }
}

const COLOUR_LETTERS = { green: 'G', yellow: 'Y', red: 'R' } as const
const RESULT_FLAGS = { pending: '0', negative: '1', positive: '2' } as const

export function codeReply({ colour, cause, until }: ColourNote): unknown {
  return { qrColor: COLOUR_LETTERS[colour], colorCause: cause, colorEndTime: until === null ? null : localTime(until) }
}

export function testReply({ at, place, result }: TestNote): unknown {
  return { sampleTime: localTime(at), checkUnit: place, resultFlag: RESULT_FLAGS[result] }
}
