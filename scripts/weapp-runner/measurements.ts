import { weChatLimits } from './limits'

interface SetDataCall {
  at: number
  bytes: number
  firstScreen: boolean
}

interface PageMeasurements {
  opens: number
  calls: SetDataCall[]
  canvasCalls: number
  readyMs: number
  touched: boolean
}

/** One row per page, for people to read. Sizes in bytes of JSON (UTF-8). */
export interface PageSummary {
  page: string
  opens: number
  /** Milliseconds from the call that opened the page to its onReady, last opening. */
  readyMs: number
  setDataCalls: number
  setDataBytes: number
  largestCallBytes: number
  peakPerSecond: number
  /** Calls and bytes from opening to the first touch of a person, or until it is left or the clock is moved on; first opening. */
  firstScreenCalls: number
  firstScreenBytes: number
  canvasCalls: number
}

/** Most that a page may use; what is left out is not limited. */
export interface SetDataBudget {
  largestCallBytes?: number
  peakPerSecond?: number
  firstScreenCalls?: number
  firstScreenBytes?: number
}

const sumBytes = (calls: readonly SetDataCall[]): number => calls.reduce((sum, call) => sum + call.bytes, 0)

/** Most calls within any 1000 ms. `times` are milliseconds in ascending order. */
export function peakPerSecond(times: readonly number[]): number {
  let peak = 0
  let start = 0
  times.forEach((time, index) => {
    while (time - (times[start] ?? time) >= 1000) start += 1
    peak = Math.max(peak, index - start + 1)
  })
  return peak
}

/** Nobody's hand is quicker. A test's is, which must not look like a page that sends too often by itself. */
const HAND_MS = 100

/** Counts what every page sends from logic to view. */
export class Measurements {
  private readonly pages = new Map<string, PageMeasurements>()
  private lastTouch = 0
  /** How far the time of a person's hand is ahead of the clock, ms. */
  private ahead = 0

  private now(): number {
    return Date.now() + this.ahead
  }

  private of(page: string): PageMeasurements {
    const known = this.pages.get(page)
    if (known) return known
    const fresh: PageMeasurements = { opens: 0, calls: [], canvasCalls: 0, readyMs: 0, touched: false }
    this.pages.set(page, fresh)
    return fresh
  }

  opened(page: string): void {
    const measured = this.of(page)
    measured.opens += 1
    if (measured.opens > 1) measured.touched = true
  }

  ready(page: string, milliseconds: number): void {
    this.of(page).readyMs = milliseconds
  }

  touched(page: string): void {
    this.of(page).touched = true
    this.ahead += Math.max(0, this.lastTouch + HAND_MS - this.now())
    this.lastTouch = this.now()
  }

  /** The page is no longer shown: what it sends from now on is no first screen, whoever opened the next one. */
  left(page: string): void {
    this.of(page).touched = true
  }

  drew(page: string): void {
    this.of(page).canvasCalls += 1
  }

  setData(page: string, bytes: number): void {
    const measured = this.of(page)
    measured.calls.push({ at: this.now(), bytes, firstScreen: !measured.touched })
  }

  summary(): PageSummary[] {
    return [...this.pages].map(([page, { opens, calls, canvasCalls, readyMs }]) => {
      const first = calls.filter((call) => call.firstScreen)
      return {
        page,
        opens,
        readyMs,
        setDataCalls: calls.length,
        setDataBytes: sumBytes(calls),
        largestCallBytes: Math.max(0, ...calls.map((call) => call.bytes)),
        peakPerSecond: peakPerSecond(calls.map((call) => call.at)),
        firstScreenCalls: first.length,
        firstScreenBytes: sumBytes(first),
        canvasCalls,
      }
    })
  }

  /** One sentence for every page and measure above the budget; without one, above WeChat's own limits. */
  overBudget(budget: SetDataBudget = {}): string[] {
    const limits = { largestCallBytes: weChatLimits.setDataBytes, peakPerSecond: weChatLimits.setDataPerSecond, ...budget }
    return this.summary().flatMap((row) =>
      (['largestCallBytes', 'peakPerSecond', 'firstScreenCalls', 'firstScreenBytes'] as const).flatMap((measure) => {
        const limit = limits[measure]
        return limit !== undefined && row[measure] > limit
          ? [`${row.page}: ${measure} ${String(row[measure])} > ${String(limit)}`]
          : []
      }),
    )
  }
}
