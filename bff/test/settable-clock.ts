import type { Clock } from '../src/platform/clock'

/** A clock that tests move. */
export interface MovableClock extends Clock {
  advance(ms: number): void
}

/** A clock that stands still until it is moved. */
export class SettableClock implements MovableClock {
  private instant: number

  constructor(start = '2026-11-21T01:02:03.000Z') {
    this.instant = Date.parse(start)
  }

  now(): Date {
    return new Date(this.instant)
  }

  advance(ms: number): void {
    this.instant += ms
  }
}
