import type { Logger } from '../../platform/logger'
import { type Sensitive, sensitive } from '../../platform/sensitive'
import type { ContributionsData } from './reply'

/** One month of one insurance. `month`: `YYYY-MM`. `base`: what the contribution is reckoned from, in words for the resident. */
export interface Contribution {
  readonly month: string
  readonly kind: string
  readonly base: Sensitive<string>
  readonly paid: boolean
}

/** `months`: paid months of old-age insurance in all. `last`: newest month first. */
export interface ContributionRecord {
  readonly months: number
  readonly last: readonly Contribution[]
}

/** Kinds of insurance in the core system (`aae140`). */
const KINDS: Readonly<Record<string, string>> = {
  '110': '企业职工基本养老保险',
  '120': '机关事业单位养老保险',
  '170': '城乡居民基本养老保险',
  '210': '失业保险',
  '310': '职工基本医疗保险',
  '390': '城乡居民基本医疗保险',
  '410': '工伤保险',
  '510': '生育保险',
}

export function mapContributions({ months, details }: ContributionsData, log: Pick<Logger, 'warn'>): ContributionRecord {
  const last = details
    .map(({ aae003, aae140, aae180, aae078 }) => ({
      month: `${aae003.slice(0, 4)}-${aae003.slice(4)}`,
      kind: kindOf(aae140, log),
      base: sensitive(`${aae180.toFixed(2)} 元`),
      paid: aae078 === '1',
    }))
    .sort((a, b) => b.month.localeCompare(a.month))
  return { months, last }
}

function kindOf(code: string, log: Pick<Logger, 'warn'>): string {
  const kind = KINDS[code]
  if (kind) return kind
  log.warn({ insuranceCode: code }, 'social security uses a code of insurance that is not in its table')
  return '其他社会保险'
}
