/** Whether the code now running was started by a person's tap: WeChat allows some APIs only then. */
export class Gesture {
  private taps = 0

  get isActive(): boolean {
    return this.taps > 0
  }

  /** Runs a tap's handlers. The right lasts through their promises' reactions, and ends with the turn of the event loop. */
  during(work: () => void): void {
    this.taps += 1
    setImmediate(() => {
      this.taps -= 1
    })
    work()
  }
}
