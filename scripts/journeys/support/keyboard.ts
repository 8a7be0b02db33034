import type { Page } from 'playwright-core'

/** Where the focus is after a press of Tab. */
interface FocusStop {
  readonly role: string
  readonly name: string
  readonly top: number
  readonly inView: boolean
  /** Width of the ring around it, in px; 0 when nothing shows where the keyboard is. */
  readonly ring: number
}

/** More than any page has controls. */
const MOST_STOPS = 40

function readFocus(): FocusStop | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const { top, bottom, left, right } = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  return {
    role: element.getAttribute('role') ?? (element.matches('input') ? 'textbox' : element.tagName.toLowerCase()),
    name: element.getAttribute('aria-label') ?? element.innerText.trim(),
    top,
    inView: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
    ring: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
  }
}

/**
 * Goes on with Tab until the control with this role and name has the focus. Every stop on the way must be on the screen,
 * have a ring and a name, and stand below the one before.
 */
export async function tabTo(page: Page, role: string, name: string | RegExp): Promise<void> {
  const passed: FocusStop[] = []
  while (passed.length < MOST_STOPS) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(readFocus)
    if (stop === null) throw new Error(`the focus left the page before ${role} ${String(name)}: ${namesOf(passed)}`)
    if (!stop.inView) throw new Error(`${stop.role} ${stop.name} has the focus out of sight`)
    if (stop.ring < 2) throw new Error(`nothing shows that ${stop.role} ${stop.name} has the focus`)
    if (stop.name === '') throw new Error(`a ${stop.role} without a name, after ${namesOf(passed)}`)
    passed.push(stop)
    if (stop.role === role && (typeof name === 'string' ? stop.name === name : name.test(stop.name))) return
  }
  throw new Error(`${role} ${String(name)} was not reached: ${namesOf(passed)}`)
}

const namesOf = (stops: readonly FocusStop[]): string => stops.map(({ role, name }) => `${role} ${name}`).join(', ')

/** The names of all controls in the order of Tab, from the page's heading on. */
export async function tabOrder(page: Page): Promise<string[]> {
  const names: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(readFocus)
    if (focus === null) return names
    names.push(focus.name)
  }
  return names
}
