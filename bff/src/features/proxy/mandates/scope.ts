import type { z } from 'zod'
import { MANDATE_OPERATIONS } from '@one-visit/shared/kernel/mandate-operation'
import { LICENCE_TYPE_TEXT } from '@one-visit/shared/licences/rules'
import type { MandateDto } from '@one-visit/shared/proxy/contract'
import type { ScopeInput } from '@one-visit/shared/proxy/schemas'
import type { CountyPack } from '../../../platform/county-pack'
import { problem } from '../../../platform/errors'
import type { ScopeEntry } from '../../../platform/http/principal'

/** The same scope is the same text, in whatever order it was chosen. Throws `invalid_input` for items that the county does not have. */
export function scopeText(pack: CountyPack, input: z.output<typeof ScopeInput>): string {
  const entries = input.map(({ operation, items }, index): ScopeEntry => {
    const unknown = items?.some((item) => itemName(pack, operation, item) === null)
    if (unknown) throw problem('invalid_input', { fields: [{ path: `scope.${index}.items`, message: '没有这个选项' }] })
    return { operation, items: items && [...new Set(items)].sort() }
  })
  const place = ({ operation }: ScopeEntry): number => MANDATE_OPERATIONS.indexOf(operation)
  return JSON.stringify(entries.sort((a, b) => place(a) - place(b)))
}

/** As people read it; what the county no longer has is left out of the names, not of the mandate. */
export function presentScope(pack: CountyPack, scope: string): MandateDto['scope'] {
  return (JSON.parse(scope) as ScopeEntry[]).map(({ operation, items }) => ({
    operation,
    items: items && items.map((id) => ({ id, name: itemName(pack, operation, id) ?? '现在不办的事' })),
  }))
}

function itemName({ itemGroups }: CountyPack, operation: ScopeEntry['operation'], id: string): string | null {
  if (operation === 'book_visits') return itemGroups.find((group) => group.id === id)?.name ?? null
  const licences: Readonly<Record<string, { readonly name: string }>> = LICENCE_TYPE_TEXT
  return operation === 'show_licences' ? (licences[id]?.name ?? null) : null
}
