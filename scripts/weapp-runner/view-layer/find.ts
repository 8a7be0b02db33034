import { selectAll } from './selectors'
import { isHidden, nameOf, roleOf } from './roles'
import { textOf, visit, type ViewElement } from './tree'

/** A text must be equal (spaces tidied); a pattern must match somewhere. */
export type TextMatch = string | RegExp

export interface RoleOptions {
  name?: TextMatch
}

const matchesText = (text: string, wanted: TextMatch): boolean =>
  typeof wanted === 'string' ? text.replace(/\s+/g, ' ').trim() === wanted : wanted.test(text)

function elementsWhere(root: ViewElement, isWanted: (element: ViewElement) => boolean): ViewElement[] {
  const found: ViewElement[] = []
  visit(root, (element) => {
    if (isWanted(element)) found.push(element)
  })
  return found
}

/** Elements with that role (and name) that a screen reader reaches. */
export const findByRole = (root: ViewElement, role: string, { name }: RoleOptions = {}): ViewElement[] =>
  elementsWhere(
    root,
    (element) => roleOf(element) === role && !isHidden(element) && (name === undefined || matchesText(nameOf(element), name)),
  )

/** The innermost elements whose text matches. */
export function findByText(root: ViewElement, text: TextMatch): ViewElement[] {
  const all = elementsWhere(root, (element) => matchesText(textOf(element), text))
  return all.filter((element) => !all.some((other) => other.parent === element))
}

function describeRoles(root: ViewElement): string {
  const roles = elementsWhere(root, (element) => roleOf(element) !== '' && !isHidden(element))
  return roles.map((element) => `  ${roleOf(element)} "${nameOf(element)}"`).join('\n') || '  (no element has a role)'
}

function theOnly(found: ViewElement[], wanted: string, help: () => string): ViewElement {
  const [first, ...others] = found
  if (!first) throw new Error(`nothing is ${wanted}. ${help()}`)
  if (others.length > 0) throw new Error(`${String(found.length)} elements are ${wanted}, one was expected. ${help()}`)
  return first
}

const named = (name: TextMatch | undefined): string => (name === undefined ? '' : ` named ${String(name)}`)

/** The only element of that role and name; the error lists what there is. */
export const getByRole = (root: ViewElement, role: string, options: RoleOptions = {}): ViewElement =>
  theOnly(findByRole(root, role, options), `a ${role}${named(options.name)}`, () => `Roles here:\n${describeRoles(root)}`)

/** The only innermost element of that text; the error shows the page's text. */
export const getByText = (root: ViewElement, text: TextMatch): ViewElement =>
  theOnly(findByText(root, text), `of text ${String(text)}`, () => `The page shows: ${textOf(root).slice(0, 400)}`)

/** The first element for a selector, or else the only innermost one with that text, or else the only one that contains it. */
export function getByTarget(root: ViewElement, target: string): ViewElement {
  const bySelector = selectAll(root, target)[0]
  if (bySelector) return bySelector
  const exact = findByText(root, target)
  const found = exact.length > 0 ? exact : findByText(root, new RegExp(target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return theOnly(found, `at "${target}"`, () => `The page shows: ${textOf(root).slice(0, 400)}`)
}
