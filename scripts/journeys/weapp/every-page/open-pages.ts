import fs from 'node:fs'
import path from 'node:path'
import type { LaunchOptions, WeappApp } from '../../../weapp-runner'
import { textOf } from '../../../weapp-runner/view-layer/tree'
import type { Stack } from '../../support/stack'
import { PACKAGE } from '../built-package'
import type { Journey } from '../phone'
import { pageFaults, type Mode } from './page-checks'
import { sendUnanswered } from './unanswered'

/** Pages opened one after the other on somebody's phone. */
export interface Round {
  readonly phone: Pick<LaunchOptions, 'hasConsented' | 'storage'>
  /** Which of the part's pages; all of them unless said. */
  readonly only?: RegExp
  readonly query?: string
  /** What must be true of each page beside the rules. */
  readonly also?: (app: WeappApp) => void
}

/** Makes what the pages of a part show, as real as it gets. */
export type Scene = (stack: Stack) => Promise<readonly Round[]>

interface PackageList {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

/** The pages of the package by their part: `main`, or the root of a subpackage. */
export function packageParts(): ReadonlyMap<string, readonly string[]> {
  const { pages, subPackages } = JSON.parse(fs.readFileSync(path.join(PACKAGE, 'app.json'), 'utf8')) as PackageList
  return new Map([
    ['main', pages],
    ...subPackages.map(({ root, pages: own }) => [root, own.map((page) => `${root}/${page}`)] as const),
  ])
}

/** A page that says it has nothing to show, or that an earlier question comes first. */
const EMPTY = /没有找到|没有留下|请先填写|请先选|请先登录|登录后能|接着填|不是给您的岗位|这里是您自己的内容/

/** Beside its heading: what is still loading says nothing yet. */
function saysSomething(app: WeappApp): boolean {
  const [heading] = app.findAllByRole('heading')
  return heading !== undefined && textOf(app.getByRole('main')).trim() !== textOf(heading).trim()
}

const inMode = ({ hasConsented = true, storage = {} }: Round['phone'], mode: Mode): Round['phone'] => ({
  hasConsented,
  storage: { ...storage, 'one-visit:elder-mode': { on: mode === 'elder', textSize: 18, answered: true } },
})

/** Opens the pages of each round; tells each fault with its page, and each page that never had anything to show. */
export async function openRounds(
  journey: Pick<Journey, 'open'>,
  pages: readonly string[],
  rounds: readonly Round[],
  mode: Mode,
): Promise<string[]> {
  const faults: string[] = []
  const unseen = new Set(pages)
  for (const { phone, only = /./, query = '', also } of rounds) {
    const app = await journey.open({ ...inMode(phone, mode), start: 'pages/me/index' })
    for (const page of pages.filter((one) => only.test(one))) {
      await app.open(`/${page}?${query}`)
      await app.waitFor(() => saysSomething(app))
      faults.push(...pageFaults(app, mode).map((fault) => `${page}: ${fault}`))
      also?.(app)
      if (!EMPTY.test(app.text())) unseen.delete(page)
      faults.push(...(await sendUnanswered(app, mode)).map((fault) => `${page}, sent unanswered: ${fault}`))
      if (app.stack.length > 1) await app.back()
    }
  }
  return [...faults, ...[...unseen].map((page) => `${page} was never seen with something to show`)]
}
