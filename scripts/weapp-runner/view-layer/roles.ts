import { asText } from '../dynamic'
import { attribute, closest, isSet, textOf, visit, type ViewElement } from './tree'

const roleOfTag: Partial<Record<string, string>> = {
  button: 'button',
  input: 'textbox',
  textarea: 'textbox',
  switch: 'switch',
  checkbox: 'checkbox',
  radio: 'radio',
  'radio-group': 'radiogroup',
  image: 'img',
  navigator: 'link',
  slider: 'slider',
  progress: 'progressbar',
  picker: 'combobox',
}

const CONTROLS = new Set(['input', 'textarea', 'switch', 'checkbox', 'radio', 'picker', 'slider'])

/** Role a screen reader announces: `aria-role` (WeChat's name) or `role`, else that of the built-in component; `''` for none. */
export const roleOf = (element: ViewElement): string =>
  asText(attribute(element, 'aria-role')) || asText(element.attrs.role) || (roleOfTag[element.tag] ?? '')

const isTrue = (value: unknown): boolean => value === true || value === 'true'

/** True when the element or something around it is hidden from screen readers or not shown at all. */
export function isHidden(element: ViewElement): boolean {
  for (let here: ViewElement | null = element; here; here = here.parent) {
    const { hidden } = here.attrs
    if (isTrue(attribute(here, 'aria-hidden')) || (isSet(hidden) && hidden !== 'false')) return true
  }
  return false
}

const rootOf = (element: ViewElement): ViewElement => {
  let here = element
  while (here.parent) here = here.parent
  return here
}

function textOfIds(root: ViewElement, ids: string): string {
  const texts = new Map<string, string>()
  visit(root, (element) => {
    const id = asText(element.attrs.id)
    if (id !== '' && !texts.has(id)) texts.set(id, textOf(element))
  })
  return ids
    .split(/\s+/)
    .map((id) => texts.get(id) ?? '')
    .join(' ')
}

function labelOf(control: ViewElement): string {
  const id = asText(control.attrs.id)
  let label = closest(control, 'label')
  if (!label && id !== '') {
    visit(rootOf(control), (element) => {
      if (element.tag === 'label' && element.attrs.for === id) label ??= element
    })
  }
  return label ? textOf(label) : ''
}

/** Text without what is hidden from screen readers, such as a mark that only draws what an attribute says. */
const spokenText = (element: ViewElement): string =>
  isTrue(attribute(element, 'aria-hidden'))
    ? ''
    : element.children.map((child) => (child.kind === 'text' ? child.text : spokenText(child))).join('')

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Name a screen reader speaks: `aria-labelledby`, `aria-label`, the label of a control, its text, at last its placeholder. */
export function nameOf(element: ViewElement): string {
  const ids = asText(attribute(element, 'aria-labelledby'))
  const given = (ids && textOfIds(rootOf(element), ids)) || asText(attribute(element, 'aria-label'))
  if (tidy(given)) return tidy(given)
  const own = CONTROLS.has(element.tag) ? labelOf(element) || spokenText(element) : spokenText(element)
  return tidy(own) || tidy(asText(element.attrs.placeholder))
}
