import { asStrings, asText, type Dictionary } from '../dynamic'
import type { PageUnit } from '../logic-layer/unit'
import { selectAll } from '../view-layer/selectors'
import { closest, isSet, type ViewElement } from '../view-layer/tree'
import type { Dispatcher } from './dispatch'

/** Built-in components that take a tap themselves. */
const TAPPED = ['radio', 'checkbox', 'switch'] as const
const FORM_FIELDS = 'input,textarea,switch,slider,picker,radio-group,checkbox-group'

/** Remembers what a person entered, until the data give the component another value. */
export function remember(page: PageUnit, control: ViewElement, value: unknown): void {
  page.typed.set(control.key, { value, over: control.attrs.value })
}

function checkedIn(group: ViewElement, tag: 'radio' | 'checkbox'): string[] {
  return selectAll(group, tag)
    .filter((one) => isSet(one.attrs.checked))
    .map((one) => asText(one.attrs.value))
}

/** What a control holds now, as a form would submit it. */
export function valueOf(page: PageUnit, control: ViewElement): unknown {
  const typed = page.typed.get(control.key)
  if (typed && typed.over === control.attrs.value) return typed.value
  if (control.tag === 'checkbox-group') return checkedIn(control, 'checkbox')
  if (control.tag === 'radio-group') return checkedIn(control, 'radio')[0] ?? ''
  if (control.tag === 'switch') return isSet(control.attrs.checked)
  return control.attrs.value ?? ''
}

/** `detail.value` of a submit: every named control in the form. */
export function formValues(page: PageUnit, form: ViewElement): Dictionary {
  const fields = selectAll(form, FORM_FIELDS).filter((field) => asText(field.attrs.name) !== '')
  return Object.fromEntries(fields.map((field) => [asText(field.attrs.name), valueOf(page, field)]))
}

const isTapped = (element: ViewElement): boolean => (TAPPED as readonly string[]).includes(element.tag)

/** The radio, checkbox or switch a tap on `element` works: itself, or the one its label is for. */
export function tappedControl(root: ViewElement, element: ViewElement): ViewElement | null {
  if (isTapped(element)) return element
  const label = closest(element, 'label')
  if (!label) return null
  const id = asText(label.attrs.for)
  return selectAll(id === '' ? label : root, id === '' ? TAPPED.join(',') : `#${id}`).find(isTapped) ?? null
}

function toggleInGroup(page: PageUnit, group: ViewElement, value: string): string[] {
  const before = asStrings(valueOf(page, group))
  return before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
}

/** Changes a radio, checkbox or switch as a tap does, and tells the app. */
export function operate(page: PageUnit, control: ViewElement, dispatcher: Dispatcher): void {
  if (control.tag === 'switch') {
    const value = valueOf(page, control) !== true
    remember(page, control, value)
    dispatcher.fire(control, 'change', { value }, false)
    return
  }
  const group = closest(control, `${control.tag}-group`)
  if (!group) return
  const chosen = asText(control.attrs.value)
  const value = control.tag === 'radio' ? chosen : toggleInGroup(page, group, chosen)
  remember(page, group, value)
  dispatcher.fire(group, 'change', { value }, false)
}
