import fs from 'node:fs'
import path from 'node:path'
import type { WeappApp } from '../../weapp-runner'
import { PACKAGE } from './built-package'
import { unheardControls } from './controls'

/** The pages of a subpackage. */
export function pagesOf(root: string): string[] {
  const app = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'app.json'), 'utf8')) as {
    subPackages: { root: string; pages: string[] }[]
  }
  return app.subPackages.filter((one) => one.root === root).flatMap(({ pages }) => pages.map((page) => `${root}/${page}`))
}

/** Opens each page with that query; what each first screen sends to the view is judged after the test, as in every journey. */
export async function opensEach(app: WeappApp, pages: readonly string[], query: string): Promise<void> {
  for (const page of pages) {
    await app.open(`/${page}?${query}`)
    await app.waitFor(() => app.findAllByRole('heading').length > 0)
    expect({ page, unheard: unheardControls(app) }).toEqual({ page, unheard: [] })
    await app.back()
  }
}
