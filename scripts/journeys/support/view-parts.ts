import { press } from './hands'
import type { Visitor } from './visitor'
import { END_OF_KNOWN_YEAR } from './visits'

/** Answers on the device, never too old, however many days the views before have let pass. */
export const draft = (values: Record<string, string>): unknown => ({ at: END_OF_KNOWN_YEAR, values })

/** Sends a page as it is, with what is wrong or missing on it. */
export async function seesError({ page }: Visitor, button: string): Promise<void> {
  await press(page, button)
  await page.getByRole('alert').waitFor()
}
