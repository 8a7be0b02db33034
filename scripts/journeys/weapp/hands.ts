import type { WeappApp } from '../../weapp-runner'
import { faultsHeard } from './every-page/page-checks'

type ViewElement = ReturnType<WeappApp['view']>
type Name = string | RegExp

/** Longer than any department may take, on a busy machine too. */
const PATIENCE_MS = 15_000

/** Waits until the page of this heading is shown. */
export async function arrivesAt(app: WeappApp, title: Name): Promise<void> {
  await app.waitFor(() => {
    const heading = app.findAllByRole('heading')[0]
    return heading !== undefined && app.getByRole('heading', { name: title }) === heading
  }, PATIENCE_MS)
  isWellHeard(app)
}

/** On every page of every journey, in whatever state: the rules for those who hear it. */
function isWellHeard(app: WeappApp): void {
  expect({ page: app.stack.at(-1), faults: faultsHeard(app.view()) }).toMatchObject({ faults: [] })
}

/** Waits until the words can be read. */
export async function sees(app: WeappApp, words: RegExp): Promise<void> {
  await app.waitFor(() => words.test(app.text()), PATIENCE_MS)
  isWellHeard(app)
}

/** Taps the only control of that name, as soon as it is there. */
export async function press(
  app: WeappApp,
  name: Name,
  role: 'button' | 'link' | 'switch' | 'radio' | 'gridcell' = 'button',
): Promise<void> {
  const control = await app.waitFor(() => app.getByRole(role, { name }))
  isWellHeard(app)
  await app.tap(control)
}

/** Two taps before the page could change after the first, as of a trembling hand. */
export async function pressTwice(app: WeappApp, name: Name): Promise<void> {
  const button = app.getByRole('button', { name })
  await Promise.all([app.tap(button), app.tap(button)])
}

export const field = (app: WeappApp, label: string): ViewElement => app.getByRole('textbox', { name: label })

export async function fillIn(app: WeappApp, label: string, value: string): Promise<void> {
  await app.input(await app.waitFor(() => field(app, label)), value)
}

export const valueOf = (app: WeappApp, label: string): unknown => field(app, label).attrs['value']

/** How often the app asked for this, by method and path without query. */
export function requestsTo(app: WeappApp, method: string, path: string): number {
  return app.report.requests.filter((one) => one.method === method && new URL(one.url).pathname === path).length
}
