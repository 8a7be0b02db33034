import { IS_WEAPP } from './target'

type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'navigation'
  | 'banner'
  | 'contentinfo'
  | 'grid'
  | 'gridcell'
  | 'group'
  | 'row'
  | 'rowheader'
  | 'columnheader'
  | 'table'
  | 'cell'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'status'
  | 'switch'

type Attributes = Record<string, string | number>

/** What browsers know of these roles by themselves, and WeChat must be told: whether news may interrupt. */
const LIVE: Partial<Record<Role, string>> = { alert: 'assertive', status: 'polite' }

/** WeChat calls it `aria-role`; browsers `role`, and `aria-role` would be an error there. */
export function role(name: Role): Attributes {
  if (!IS_WEAPP) return { role: name }
  const live = LIVE[name]
  return { 'aria-role': name, ...(live === undefined ? {} : { 'aria-live': live }) }
}

export function heading(level: 1 | 2 | 3): Attributes {
  return { ...role('heading'), 'aria-level': level }
}

/** `yes` and `no` spelt out: WeChat drops a false attribute, browsers want the word. */
export const flag = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false')

/** Reachable by a script but not by Tab, for headings that get the focus when a page opens. */
export const focusable: Attributes = IS_WEAPP ? {} : { tabIndex: -1 }

interface KeyEvent {
  key: string
  preventDefault: () => void
}

interface Pressable {
  role: 'button' | 'link' | 'checkbox' | 'switch' | 'radio' | 'gridcell'
  onPress: () => void
  /** Still focusable and read out, but does nothing. */
  disabled?: boolean
  /** Within a radio group or a grid only one is reached by Tab. */
  skipTab?: boolean
  /** Told of every other key; true when it was one of its own. */
  onArrow?: (key: string) => boolean
}

interface PressableAttributes {
  role?: Role
  'aria-role'?: Role
  'aria-disabled'?: 'true'
  onClick: () => void
  tabIndex?: number
  onKeyDown?: (event: KeyEvent) => void
}

/** Everything an element needs to be a control on both targets: tap, keyboard, role, state. */
export function pressable({ role: name, onPress, disabled = false, skipTab = false, onArrow }: Pressable): PressableAttributes {
  const handlePress = () => {
    if (!disabled) onPress()
  }
  const common: PressableAttributes = { ...role(name), onClick: handlePress, ...(disabled ? { 'aria-disabled': 'true' } : {}) }
  if (IS_WEAPP) return common
  const handleKey = (event: KeyEvent) => {
    const pressed = event.key === 'Enter' || (event.key === ' ' && name !== 'link')
    if (pressed) handlePress()
    else if (onArrow?.(event.key) !== true) return
    event.preventDefault()
  }
  return { ...common, tabIndex: skipTab ? -1 : 0, onKeyDown: handleKey }
}
