import fs from 'node:fs'
import readline from 'node:readline'

const WARNINGS = new Set(['warn', 'error', 'fatal'])

/** What the servers warned of, and how often: for those who run the service. Lines that are no JSON are counted as such. */
export async function warningsIn(file: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
    const warning = warningOf(line)
    if (warning !== null) counts[warning] = (counts[warning] ?? 0) + 1
  }
  return counts
}

interface LogLine {
  readonly level?: string
  readonly msg?: string
  readonly job?: string
  readonly err?: { readonly message?: string }
}

/** Null for what is no warning. */
export function warningOf(line: string): string | null {
  try {
    const { level = '', msg = '', job, err } = JSON.parse(line) as LogLine
    if (!WARNINGS.has(level)) return null
    return [msg, job, err?.message].filter((part) => part !== undefined && part !== '').join(': ')
  } catch {
    return 'a line that is not of the log'
  }
}
