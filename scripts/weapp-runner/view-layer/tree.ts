import type { Dictionary } from '../dynamic'

/** The page or component whose template an element stands in: it receives the element's events. */
export interface EventOwner {
  readonly path: string
  readonly instance: Dictionary
}

export interface ViewText {
  readonly kind: 'text'
  readonly text: string
  readonly parent: ViewElement
}

export interface ViewElement {
  readonly kind: 'element'
  readonly tag: string
  /** Attributes as wcc names them: camelCase (`ariaLabel`, `openType`), but `data-*` and `bind*` as written. */
  readonly attrs: Dictionary
  readonly children: ViewNode[]
  readonly parent: ViewElement | null
  readonly owner: EventOwner
  /** Stays the same over updates for an element at the same place of the template. */
  readonly key: string
}

export type ViewNode = ViewElement | ViewText

export function visit(element: ViewElement, see: (element: ViewElement) => void): void {
  see(element)
  for (const child of element.children) if (child.kind === 'element') visit(child, see)
}

/** All text under an element, in reading order and without separators. */
export const textOf = (node: ViewNode): string => (node.kind === 'text' ? node.text : node.children.map(textOf).join(''))

/** The nearest element of that tag, beginning with the element itself. */
export function closest(element: ViewElement, tag: string): ViewElement | null {
  for (let here: ViewElement | null = element; here; here = here.parent) if (here.tag === tag) return here
  return null
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The attribute by its WXML name (`open-type`, `aria-label`), whatever form wcc or Taro gave it. */
export function attribute(element: ViewElement, name: string): unknown {
  return element.attrs[name] ?? element.attrs[camelCase(name)]
}

/** WeChat's `dataset`: `data-case-number` becomes `caseNumber`. */
export function datasetOf(element: ViewElement): Dictionary {
  const entries = Object.entries(element.attrs).filter(([name]) => name.startsWith('data-'))
  return Object.fromEntries(entries.map(([name, value]) => [camelCase(name.slice('data-'.length)), value]))
}

/** WXML booleans: a bare attribute arrives as `''` or `true`, and the text "false" counts as true in WeChat. */
export const isSet = (value: unknown): boolean => value === '' || Boolean(value)
