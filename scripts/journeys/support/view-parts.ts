import { type ProblemCode, PROBLEMS } from '@one-visit/shared/kernel/problem'
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

/** What the BFF says when it refuses, for a page to be answered with. */
export function refusal(code: ProblemCode, detail: string = PROBLEMS[code].title): { status: number; json: unknown } {
  const { status, title, action } = PROBLEMS[code]
  return { status, json: { type: `/problems/${code}`, status, code, title, detail, action, requestId: '019a0000' } }
}
