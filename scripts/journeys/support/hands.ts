import type { Locator, Page } from 'playwright-core'

/** Waits until the page of this heading is on top. */
export async function arrivesAt(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Waits until the words can be seen. */
export async function sees(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor()
}

/** The field with this label on the page on top. */
export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true }).filter({ visible: true })

export async function fillIn(page: Page, label: string, value: string): Promise<void> {
  await field(page, label).fill(value)
}

export async function press(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'link' | 'switch' | 'radio' | 'gridcell' = 'button',
): Promise<void> {
  await page.getByRole(role, { name }).click()
}

/** What the field holds. */
export const valueOf = (page: Page, label: string): Promise<string> => field(page, label).inputValue()
