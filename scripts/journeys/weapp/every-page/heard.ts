import { asText } from '../../../weapp-runner/dynamic'
import type { WeappApp } from '../../../weapp-runner'
import { isHidden, nameOf, roleOf } from '../../../weapp-runner/view-layer/roles'
import { attribute, textOf, visit, type ViewElement } from '../../../weapp-runner/view-layer/tree'

/** A page of the package as a screen reader meets it: what is not hidden from it, in reading order. */
export interface HeardPage {
  readonly root: ViewElement
  readonly all: readonly ViewElement[]
  /** What a person can press, tick, choose or fill in. */
  readonly controls: readonly ViewElement[]
}

/** WeChat's own controls; `view`, `text` and `image` become one by being tapped. */
const NATIVE = new Set(['button', 'navigator', 'switch', 'checkbox', 'radio', 'picker', 'slider', 'input', 'textarea'])

const isControl = ({ tag, attrs }: ViewElement): boolean => NATIVE.has(tag) || typeof attrs['bindtap'] === 'string'

export function hear(root: ViewElement): HeardPage {
  const all: ViewElement[] = []
  visit(root, (element) => {
    if (!isHidden(element)) all.push(element)
  })
  return { root, all, controls: all.filter(isControl) }
}

/** An attribute as text, `''` when there is none. */
export const saysOf = (element: ViewElement, attribute_: string): string => asText(attribute(element, attribute_))

export const hasRole =
  (...roles: readonly string[]) =>
  (element: ViewElement): boolean =>
    roles.includes(roleOf(element))

export const isClass = (element: ViewElement, name: string): boolean => asText(element.attrs.class).split(/\s+/).includes(name)

export function isInside(element: ViewElement, outer: (element: ViewElement) => boolean): boolean {
  for (let here = element.parent; here; here = here.parent) if (outer(here)) return true
  return false
}

const SPOKEN: Readonly<Record<string, string>> = {
  heading: '标题',
  button: '按钮',
  link: '链接',
  radio: '单选',
  checkbox: '复选',
  switch: '开关',
  textbox: '输入框',
}

/** What the phone's own reader says from the top of the page to the foot: every control with its role, everything else as it reads. */
export function readOut(app: WeappApp): string {
  const say = (element: ViewElement): string => {
    if (isHidden(element)) return ''
    const role = SPOKEN[roleOf(element)]
    if (role !== undefined) return `${role} ${nameOf(element)}，`
    return element.children.map((child) => (child.kind === 'text' ? `${child.text} ` : say(child))).join('')
  }
  return say(app.view())
}

/** Short, for the sentence that tells what is wrong. */
export const quote = (element: ViewElement): string =>
  `${roleOf(element) || element.tag} “${(saysOf(element, 'aria-label') || textOf(element)).slice(0, 20)}”`
