import type { MovableClock } from '../../../bff/test/settable-clock'

/** Time passes as usual, from now or from another instant on; moved on when a journey says that days have passed. */
export class PassingClock implements MovableClock {
  private moved: number

  /** `start`: epoch milliseconds. */
  constructor(start = Date.now()) {
    this.moved = start - Date.now()
  }

  now(): Date {
    return new Date(Date.now() + this.moved)
  }

  advance(ms: number): void {
    this.moved += ms
  }
}
