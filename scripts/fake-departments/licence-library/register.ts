/** Which electronic licences there are, of all departments, and which have been cancelled. */
export class LicenceRegister {
  private readonly cancelled = new Set<string>()

  constructor(private readonly known: ReadonlySet<string>) {}

  /** 1 in force, 2 cancelled, 9 not known. */
  state(licenceId: string): '1' | '2' | '9' {
    if (!this.known.has(licenceId)) return '9'
    return this.cancelled.has(licenceId) ? '2' : '1'
  }

  /** False for an unknown one. */
  cancel(licenceId: string): boolean {
    if (!this.known.has(licenceId)) return false
    this.cancelled.add(licenceId)
    return true
  }
}
