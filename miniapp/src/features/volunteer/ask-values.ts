import { LICENCE_TYPES } from '@one-visit/shared/licences/rules'
import { MANDATE_OPERATIONS, type MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { MANDATE_DAYS, MANDATE_EVIDENCE, type MandateEvidence } from '@one-visit/shared/proxy/rules'

/** What is typed and chosen while asking for a mandate, as a draft keeps it; several with commas between. */
export interface AskValues extends Record<string, string> {
  operations: string
  groups: string
  licences: string
  days: string
  evidence: string
}

/** Each a question of its own. */
export type AskStep = 'operations' | 'groups' | 'licences' | 'days' | 'evidence' | 'photo' | 'check'

export const splitList = (list: string): string[] => list.split(',').filter((item) => item !== '')

const has = ({ operations }: AskValues, operation: MandateOperation): boolean => splitList(operations).includes(operation)

/** Only what applies is asked. */
export function stepsOf(values: AskValues): AskStep[] {
  return [
    'operations',
    ...(has(values, 'book_visits') ? (['groups'] as const) : []),
    ...(has(values, 'show_licences') ? (['licences'] as const) : []),
    'days',
    'evidence',
    ...(values.evidence === 'witnessed' ? (['photo'] as const) : []),
    'check',
  ]
}

export type ScopeInput = { operation: MandateOperation; items: string[] | null }[]

/** In the order of the operations, so that the same wish is the same request. */
export function scopeOf(values: AskValues): ScopeInput {
  const known: readonly string[] = LICENCE_TYPES
  const items: Partial<Record<MandateOperation, string[]>> = {
    book_visits: splitList(values.groups),
    show_licences: splitList(values.licences).filter((type) => known.includes(type)),
  }
  return MANDATE_OPERATIONS.filter((operation) => has(values, operation)).map((operation) => ({
    operation,
    items: items[operation] ?? null,
  }))
}

/** The question that a field of the BFF belongs to: `scope.1.items` is the second of what was chosen. */
export function fieldOf(values: AskValues, path: string): string {
  const [field, place] = path.split('.')
  if (field !== 'scope') return path
  const operation = scopeOf(values)[Number(place)]?.operation
  return operation === 'book_visits' ? 'groups' : operation === 'show_licences' ? 'licences' : 'operations'
}

const STEP_OF: Readonly<Record<string, AskStep>> = {
  ...{ operations: 'operations', groups: 'groups', licences: 'licences', days: 'days', evidence: 'evidence' },
  ...{ sworn: 'photo', scan: 'photo' },
}

export const stepOfField = (name: string): AskStep => STEP_OF[name] ?? 'operations'

/** What a mandate that waits allows, to ask for the same again. */
export const scopeInput = (scope: MandateDto['scope']): ScopeInput =>
  scope.map(({ operation, items }) => ({ operation, items: items === null ? null : items.map(({ id }) => id) }))

/** Null until chosen. */
export function daysOf({ days }: AskValues): number | null {
  const count = /^\d{1,2}$/.test(days) ? Number(days) : 0
  return count >= 1 && count <= MANDATE_DAYS ? count : null
}

export const evidenceOf = ({ evidence }: AskValues): MandateEvidence | null =>
  MANDATE_EVIDENCE.find((one) => one === evidence) ?? null

/** Empty, or what the mandate that waits says: most people change one thing. */
export function startValues(mandate: MandateDto | null): AskValues {
  const itemsOf = (operation: MandateOperation) =>
    mandate?.scope
      .find((entry) => entry.operation === operation)
      ?.items?.map(({ id }) => id)
      .join(',') ?? ''
  return {
    operations: mandate?.scope.map(({ operation }) => operation).join(',') ?? '',
    groups: itemsOf('book_visits'),
    licences: itemsOf('show_licences'),
    days: mandate === null ? '' : String(mandate.days),
    evidence: '',
  }
}
