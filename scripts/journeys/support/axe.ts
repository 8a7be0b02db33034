import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Every rule of axe; in elder mode also the contrast of WCAG's level AAA. What it finds, in words. */
export async function checkByAxe(page: Page, elder: boolean): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Only our own page: no second window for frames that are not there.
    .setLegacyMode(true)
    .options({ rules: { 'color-contrast-enhanced': { enabled: elder }, 'target-size': { enabled: true } } })
    .analyze()
  return violations.map(
    ({ id, help, nodes }) => `axe ${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
