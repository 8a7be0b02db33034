import { asText } from '../dynamic'
import type { PageUnit } from '../logic-layer/unit'
import { attribute, closest, isSet, type ViewElement } from '../view-layer/tree'
import { formValues, operate, tappedControl } from './controls'
import type { Dispatcher } from './dispatch'
import type { Gesture } from './gesture'
import type { OpenTypes } from './open-types'

export interface TapTools {
  dispatcher: Dispatcher
  gesture: Gesture
  openTypes: OpenTypes
  /** Follows a `<navigator>`. */
  follow: (openType: string, url: string) => void
}

function refuseDisabled(element: ViewElement): void {
  for (const tag of ['button', 'radio', 'checkbox', 'switch', 'picker']) {
    const control = closest(element, tag)
    if (control && isSet(control.attrs.disabled)) throw new Error(`the ${tag} is disabled: a person cannot tap it`)
  }
}

function useForm(page: PageUnit, button: ViewElement, dispatcher: Dispatcher): void {
  const formType = asText(attribute(button, 'form-type'))
  const form = formType === '' ? null : closest(button, 'form')
  if (!form) return
  if (formType === 'reset') page.typed.clear()
  dispatcher.fire(form, formType, formType === 'submit' ? { value: formValues(page, form) } : {}, false)
}

function followNavigator(element: ViewElement, follow: TapTools['follow']): void {
  const navigator = closest(element, 'navigator')
  if (navigator) follow(asText(attribute(navigator, 'open-type')) || 'navigate', asText(navigator.attrs.url))
}

/** Does what WeChat does when a person taps an element. Throws if the element is disabled. */
export function tap(page: PageUnit, root: ViewElement, element: ViewElement, tools: TapTools): void {
  const { dispatcher, gesture, openTypes, follow } = tools
  refuseDisabled(element)
  const control = tappedControl(root, element)
  if (control) refuseDisabled(control)
  gesture.during(() => {
    for (const type of ['touchstart', 'touchend', 'tap']) dispatcher.fire(element, type)
    if (control) operate(page, control, dispatcher)
    const button = closest(element, 'button')
    if (button) {
      useForm(page, button, dispatcher)
      openTypes.press(button)
    }
    followNavigator(element, follow)
  })
}
