import type { Result } from 'lighthouse'
import { medianRun, type PageScores } from './budget'

export interface Target {
  /** How people call it. */
  readonly page: string
  readonly url: string
}

const percent = (score: number | null | undefined): number =>
  score === null || score === undefined ? Number.NaN : Math.round(score * 100)

/** Names of audits that count and are not passed. */
function faultsOf({ categories, audits }: Result): string[] {
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  return counted.map(({ id }) => id).filter((id) => typeof audits[id]?.score === 'number' && audits[id].score < 0.9)
}

/** Of all scripts, as they came over the wire, headers included. */
function scriptBytesOf({ audits }: Result): number {
  const items =
    (audits['network-requests']?.details as { items?: { resourceType?: string; transferSize?: number }[] }).items ?? []
  return items
    .filter(({ resourceType }) => resourceType === 'Script')
    .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)
}

function scoresOf(page: string, result: Result): PageScores {
  const { categories, audits } = result
  const measured = (audit: string): number => audits[audit]?.numericValue ?? Number.NaN
  return {
    page,
    performance: percent(categories['performance']?.score),
    accessibility: percent(categories['accessibility']?.score),
    bestPractices: percent(categories['best-practices']?.score),
    seo: percent(categories['seo']?.score),
    largestPaintMs: measured('largest-contentful-paint'),
    blockedMs: measured('total-blocking-time'),
    layoutShift: measured('cumulative-layout-shift'),
    scriptBytes: scriptBytesOf(result),
    faults: faultsOf(result),
  }
}

/** The app itself writes its first page's own address in place of `/`. */
const leadsElsewhere = (asked: string, shown: string): boolean =>
  new URL(asked).pathname !== '/' && new URL(asked).pathname !== new URL(shown).pathname

/**
 * Lighthouse as it comes: a phone of the middle class on a slow 4G line (both simulated), nothing switched off, an empty cache for
 * each run. Of the run with the median performance; the other scores do not depend on time, and the worst of them counts.
 */
export async function measurePage({ page, url }: Target, port: number, runs: number): Promise<PageScores> {
  // It is written as an ES module, and these scripts are not.
  const { default: lighthouse } = await import('lighthouse')
  const measured: PageScores[] = []
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(url, { port, logLevel: 'error', output: 'json' })
    if (!result) throw new Error(`Lighthouse says nothing of ${url}`)
    const { runtimeError, finalDisplayedUrl } = result.lhr
    if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`)
    if (leadsElsewhere(url, finalDisplayedUrl)) throw new Error(`${url} led to ${finalDisplayedUrl}`)
    measured.push(scoresOf(page, result.lhr))
  }
  const worst = (category: 'accessibility' | 'bestPractices'): number => Math.min(...measured.map((scores) => scores[category]))
  return { ...medianRun(measured), accessibility: worst('accessibility'), bestPractices: worst('bestPractices') }
}
