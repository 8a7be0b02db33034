/** What the first page may take, and what each content page must come to. Scores are Lighthouse's, out of 100. */
export const PAGE_BUDGET = { performance: 90, accessibility: 100, bestPractices: 95, scriptKB: 170 }

const KB = 1024

/** What Lighthouse found of one page; `performance` is the median of its runs. */
export interface PageScores {
  readonly page: string
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  /** For information: search engines are no concern of a page that asks people to agree first. */
  readonly seo: number
  /** Of the run with the median performance; what a person waits for. */
  readonly largestPaintMs: number
  readonly blockedMs: number
  readonly layoutShift: number
  /** Compressed, as it came over the wire. Bytes. */
  readonly scriptBytes: number
  /** What Lighthouse would have better, by its own names. */
  readonly faults: readonly string[]
}

/** One sentence when the scripts of the first page weigh too much. */
export function scriptsOverBudget(bytes: number, limitKB = PAGE_BUDGET.scriptKB): string[] {
  if (bytes <= limitKB * KB) return []
  return [`the first page loads ${(bytes / KB).toFixed(1)} KB of compressed script, more than ${String(limitKB)}`]
}

/** One sentence for everything that is not as it must be. The first of the pages is the one that most people see first. */
export function overBudget(pages: readonly PageScores[]): string[] {
  if (pages.length === 0) return ['no page was measured']
  const scores = pages.flatMap((scored) =>
    (['performance', 'accessibility', 'bestPractices'] as const)
      .filter((category) => !(scored[category] >= PAGE_BUDGET[category]))
      .map((category) => `${scored.page}: ${category} ${String(scored[category])}, less than ${String(PAGE_BUDGET[category])}`),
  )
  return [...scores, ...scriptsOverBudget(pages[0]?.scriptBytes ?? 0)]
}

/** The middle one; of an even number, the worse of the two in the middle. Throws when there is none. */
export function medianRun<T extends { readonly performance: number }>(runs: readonly T[]): T {
  const sorted = [...runs].sort((a, b) => a.performance - b.performance)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (!middle) throw new Error('nothing was measured')
  return middle
}
