import type { MovableClock } from '../../../bff/test/settable-clock'

/** The real time, moved on when a journey says that days have passed. */
export class PassingClock implements MovableClock {
  private moved = 0

  now(): Date {
    return new Date(Date.now() + this.moved)
  }

  advance(ms: number): void {
    this.moved += ms
  }
}
