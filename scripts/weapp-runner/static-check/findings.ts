/** What a check found: errors are what WeChat refuses or breaks at run time; warnings deserve a look. */
export class Findings {
  readonly errors: string[] = []
  readonly warnings: string[] = []

  error(file: string, message: string): void {
    this.errors.push(`${file}: ${message}`)
  }

  warn(file: string, message: string): void {
    this.warnings.push(`${file}: ${message}`)
  }
}
