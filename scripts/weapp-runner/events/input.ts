import { weChatLimits } from '../limits'
import type { PageUnit } from '../logic-layer/unit'
import { isSet, type ViewElement } from '../view-layer/tree'
import { remember } from './controls'
import type { Dispatcher } from './dispatch'

/** WeChat cuts what is typed: `maxlength` characters, 140 when the attribute is missing, no limit at -1. */
function cutToLength(element: ViewElement, text: string): string {
  const given = element.attrs.maxlength
  const most = given === undefined || given === null || given === '' ? weChatLimits.inputLength : Number(given)
  return most < 0 ? text : text.slice(0, most)
}

/** Types a text into an input or textarea: focus, input, blur. Throws if a person could not type there. */
export function typeInto(page: PageUnit, element: ViewElement, text: string, dispatcher: Dispatcher): void {
  if (!['input', 'textarea'].includes(element.tag)) throw new Error(`cannot type into <${element.tag}>`)
  if (isSet(element.attrs.disabled)) throw new Error('the field is disabled: a person cannot type there')
  const value = cutToLength(element, text)
  dispatcher.fire(element, 'focus', { value, height: 0 }, false)
  remember(page, element, value)
  dispatcher.fire(element, 'input', { value, cursor: value.length, keyCode: 0 }, false)
  dispatcher.fire(element, 'blur', { value, cursor: value.length }, false)
}

/** Gives a picker, slider or other built-in component a new value. */
export function changeTo(page: PageUnit, element: ViewElement, value: unknown, dispatcher: Dispatcher): void {
  if (isSet(element.attrs.disabled)) throw new Error(`the ${element.tag} is disabled: a person cannot change it`)
  remember(page, element, value)
  dispatcher.fire(element, 'change', { value }, false)
}
