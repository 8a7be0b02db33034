import { asText } from '../dynamic'
import { visit, type ViewElement } from './tree'

function matchesPart(element: ViewElement, part: string): boolean {
  if (part.startsWith('#')) return element.attrs.id === part.slice(1)
  if (part.startsWith('.')) return asText(element.attrs.class).split(/\s+/).includes(part.slice(1))
  return part === '*' || element.tag === part
}

const matchesCompound = (element: ViewElement, compound: string): boolean =>
  compound.split(/(?=[#.])/).every((part) => matchesPart(element, part))

function matches(element: ViewElement, compounds: readonly string[]): boolean {
  const last = compounds.at(-1)
  if (last === undefined || !matchesCompound(element, last)) return false
  const rest = compounds.slice(0, -1)
  if (rest.length === 0) return true
  for (let here = element.parent; here; here = here.parent) if (matches(here, rest)) return true
  return false
}

/** Elements for a selector of tags, `#id`, `.class` and descendants ("form #name"), in document order. */
export function selectAll(root: ViewElement, selector: string): ViewElement[] {
  const alternatives = selector.split(',').map((one) => one.trim().split(/\s+(?:>>>\s+)?/))
  const found: ViewElement[] = []
  visit(root, (element) => {
    if (alternatives.some((compounds) => matches(element, compounds))) found.push(element)
  })
  return found
}
