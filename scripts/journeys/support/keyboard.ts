import type { Page } from 'playwright-core'
import { arrivesAt } from './hands'
import { waitFor } from './stack'

/** Where the focus is after a press of Tab. */
interface FocusStop {
  readonly role: string
  readonly name: string
  readonly inView: boolean
  /** Width of the ring around it, in px; 0 when nothing shows where the keyboard is. */
  readonly ring: number
}

type Control = 'button' | 'link' | 'gridcell' | 'radio' | 'checkbox' | 'textbox'

/** More than people go through to reach something. */
const MOST_STOPS = 40
/** More than any page has controls. */
const ALL_STOPS = 150

function readFocus(): FocusStop | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  const { top, bottom, left, right } = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  return {
    role: element.getAttribute('role') ?? (element.matches('input') ? 'textbox' : element.tagName.toLowerCase()),
    name: element.getAttribute('aria-label') ?? element.innerText.trim(),
    // Something that stays in its place, as the tab bar does, must not lie upon it.
    inView: [top + 2, bottom - 2].every((y) => element.contains(document.elementFromPoint((left + right) / 2, y))),
    ring: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
  }
}

/** Presses Tab. Null when the focus has left the page; throws when nobody could see where it is or what it is. */
async function nextStop(page: Page): Promise<FocusStop | null> {
  await page.keyboard.press('Tab')
  const stop = await page.evaluate(readFocus)
  if (stop === null) return null
  const what = `${stop.role} “${stop.name}”`
  if (!stop.inView) throw new Error(`${what} has the focus out of sight`)
  if (stop.ring < 2) throw new Error(`nothing shows that ${what} has the focus`)
  if (stop.name === '') throw new Error(`a ${stop.role} has no name`)
  return stop
}

/** All stops of Tab from here to the end of the page. */
export async function tabOrder(page: Page, most = MOST_STOPS): Promise<FocusStop[]> {
  const stops: FocusStop[] = []
  while (stops.length < most) {
    const stop = await nextStop(page)
    if (stop === null) return stops
    stops.push(stop)
  }
  throw new Error(`the focus does not leave the page: ${namesOf(stops)}`)
}

/** What somebody with nothing but a keyboard could not use, in words; from the top of the page to its end. */
export async function checkByKeyboard(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  try {
    const stops = await tabOrder(page, ALL_STOPS)
    // In a group or a grid, arrows go on from the one that Tab reaches.
    const alone = await page.getByRole('button').or(page.getByRole('link')).or(page.getByRole('textbox')).count()
    const reached = stops.filter(({ role }) => ['button', 'link', 'textbox'].includes(role)).length
    return reached < alone ? [`Tab reaches ${reached} of ${alone} buttons, links and fields`] : []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** Waits for a control as people do before they reach for it, and goes on with Tab until it has the focus. */
export async function tabTo(page: Page, role: Control, name: string | RegExp): Promise<void> {
  await page.getByRole(role, { name }).first().waitFor()
  const passed: FocusStop[] = []
  while (passed.length < MOST_STOPS) {
    const stop = await nextStop(page)
    if (stop === null) break
    passed.push(stop)
    if (stop.role === role && (typeof name === 'string' ? stop.name === name : name.test(stop.name))) return
  }
  throw new Error(`${role} ${String(name)} was not reached: ${namesOf(passed)}`)
}

/** A page opens with its heading, so that Tab goes on from there. */
export async function opensWithHeading(page: Page, title: string | RegExp): Promise<void> {
  await arrivesAt(page, title)
  await waitFor(`the focus on the heading ${String(title)}`, async () => {
    const stop = await page.evaluate(readFocus)
    return stop?.role === 'heading' ? true : undefined
  })
}

/** Goes to a control with Tab and presses the key. */
export async function pressBy(page: Page, key: 'Enter' | 'Space', role: Control, name: string | RegExp): Promise<void> {
  await tabTo(page, role, name)
  await page.keyboard.press(key)
}

/** Waits until what arrow keys have moved to has the focus. */
export async function focuses(page: Page, name: RegExp): Promise<void> {
  await waitFor(`the focus on ${String(name)}`, async () => {
    const stop = await page.evaluate(readFocus)
    return stop !== null && name.test(stop.name) ? true : undefined
  })
}

const namesOf = (stops: readonly FocusStop[]): string => stops.map(({ role, name }) => `${role} ${name}`).join(', ')
