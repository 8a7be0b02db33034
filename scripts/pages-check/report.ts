import type { PageScores } from './budget'

const HEADINGS = ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'largest paint', 'blocked', 'shift', 'script']

const rowOf = (scores: PageScores): string[] => [
  scores.page,
  ...[scores.performance, scores.accessibility, scores.bestPractices, scores.seo].map(String),
  `${(scores.largestPaintMs / 1000).toFixed(1)} s`,
  `${scores.blockedMs.toFixed(0)} ms`,
  scores.layoutShift.toFixed(3),
  `${(scores.scriptBytes / 1024).toFixed(1)} KB`,
]

/** A table for a terminal, and below it what Lighthouse would have better. */
export function writePages(pages: readonly PageScores[]): string {
  const rows = [HEADINGS, ...pages.map(rowOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')
  const faults = pages.filter((scores) => scores.faults.length > 0).map((scores) => `${scores.page}: ${scores.faults.join(', ')}`)
  return [rows.map(line).join('\n'), ...(faults.length > 0 ? [`Not the best there is:\n${faults.join('\n')}`] : [])].join('\n\n')
}
