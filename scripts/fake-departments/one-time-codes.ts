/** Codes that work once: made up by whoever signs in, used up by the first exchange. */
export class OneTimeCodes {
  private readonly used = new Set<string>()

  /** The part between the prefix and the rest: `wx-chenjianguo-1` names chenjianguo; null for a code used before or of another form. */
  take(code: string, prefix: string): string | null {
    const name = new RegExp(`^${prefix}-([a-z]+)-[\\w-]+$`).exec(code)?.[1]
    if (name === undefined || this.used.has(code)) return null
    this.used.add(code)
    return name
  }
}
