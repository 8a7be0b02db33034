import { setTimeout as sleep } from 'node:timers/promises'

const TURN_MS = 2
const QUIET_TURNS = 5

/** Knows whether the package is still busy: answers it waits for, timers about to run, and changes it has just made. */
export class Activity {
  private pending = 0
  private changes = 0

  /** Marks a change (a setData, a drawing): the run is not quiet yet. */
  touch(): void {
    this.changes += 1
  }

  /** Marks something under way; call the returned function once when it has ended. */
  begin(): () => void {
    this.pending += 1
    let ended = false
    return () => {
      if (ended) return
      ended = true
      this.pending -= 1
      this.changes += 1
    }
  }

  /** Waits until nothing is under way and nothing has changed for five turns; gives up quietly after `mostMs`. */
  async settle(mostMs = 3000): Promise<void> {
    const deadline = Date.now() + mostMs
    let seen = this.changes
    for (let quiet = 0; quiet < QUIET_TURNS && Date.now() < deadline;) {
      await sleep(TURN_MS)
      quiet = this.pending > 0 || this.changes !== seen ? 0 : quiet + 1
      seen = this.changes
    }
  }
}
